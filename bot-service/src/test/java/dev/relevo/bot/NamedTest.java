package dev.relevo.bot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// A test that a page names as `Class#method`.
public record NamedTest(String type, String method) {

  private static final Pattern NAME = Pattern.compile("`(\\w+)#(\\w+)`");

  /// Tests lie in several modules, so they are looked up as they are written.
  private static final List<Path> SOURCES =
      List.of(
          Path.of("src/test/java"),
          Path.of("../crm-bridge/src/test/java"),
          Path.of("../knowledge/src/test/java"),
          Path.of("../eval/src/test/java"));

  /// All that a text names.
  public static List<NamedTest> in(String text) {
    return NAME.matcher(text).results().map(it -> new NamedTest(it.group(1), it.group(2))).toList();
  }

  public boolean isThere() throws IOException {
    var test =
        Pattern.compile(
            "@(Parameterized|Fuzz)?Test\\b((?!\\bvoid\\b).)*\\bvoid " + method + "\\(",
            Pattern.DOTALL);
    for (var source : SOURCES) {
      try (var files = Files.walk(source)) {
        var found = files.filter(it -> it.endsWith(type + ".java")).findFirst();
        if (found.isPresent()) {
          return test.matcher(Files.readString(found.get())).find();
        }
      }
    }
    return false;
  }
}
