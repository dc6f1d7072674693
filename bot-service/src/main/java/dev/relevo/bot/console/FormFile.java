package dev.relevo.bot.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.web.multipart.MultipartFile;

/// A file that came with a form. A form may bring as much as the largest matrix; whoever expects
/// less reads no more of it than shows that it is too much.
public final class FormFile {

  /// Far more than a key is long.
  private static final int TEXT = 64 * 1024;

  private FormFile() {}

  /// The file's bytes, and of a larger one the first, one more than the most.
  public static byte[] bytes(MultipartFile file, int most) throws IOException {
    try (var bytes = file.getInputStream()) {
      return bytes.readNBytes(most + 1);
    }
  }

  /// The beginning of a small file of text.
  public static String text(MultipartFile file) throws IOException {
    return new String(bytes(file, TEXT), StandardCharsets.UTF_8);
  }
}
