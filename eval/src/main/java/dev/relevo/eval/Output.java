package dev.relevo.eval;

import dev.relevo.eval.dataset.DatasetUnreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files that a command writes.
public final class Output {

  private Output() {}

  public static void write(Path file, String text) {
    try {
      Files.writeString(file, text.endsWith("\n") ? text : text + "\n");
    } catch (IOException exception) {
      throw new DatasetUnreadable(file + " cannot be written; name another file.", exception);
    }
  }

  /// Replaces what stands between the lines `<!-- name -->` and `<!-- /name -->`.
  public static void between(Path file, String name, String text) {
    var opening = "<!-- " + name + " -->";
    var closing = "<!-- /" + name + " -->";
    try {
      var content = Files.readString(file);
      int from = content.indexOf(opening);
      int to = content.indexOf(closing);
      if (from < 0 || to < from) {
        throw new DatasetUnreadable(
            file + " has no lines " + opening + " and " + closing + "; add them where it belongs.");
      }
      write(
          file,
          content.substring(0, from + opening.length()) + "\n" + text + content.substring(to));
    } catch (IOException exception) {
      throw new DatasetUnreadable(file + " cannot be read; name another file.", exception);
    }
  }
}
