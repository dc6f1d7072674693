package dev.relevo.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/// What a `@FuzzTest` replays, by Jazzer's rule for its folder.
public final class KeptInputs {

  private KeptInputs() {}

  /// Some are read and some refused: a folder that is not found, or inputs that all end at the
  /// door, would prove nothing.
  ///
  /// @param isRead what the test's reader says of an input
  public static void requireBoth(Class<?> tests, String method, Predicate<byte[]> isRead) {
    var inputs = of(tests, method);
    assertThat(inputs).anyMatch(isRead).anyMatch(isRead.negate());
  }

  private static List<byte[]> of(Class<?> tests, String method) {
    var folder =
        Path.of("src/test/resources", tests.getPackageName().split("\\."))
            .resolve(tests.getSimpleName() + "Inputs")
            .resolve(method);
    try (var files = Files.list(folder)) {
      return files.sorted().map(KeptInputs::bytes).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
