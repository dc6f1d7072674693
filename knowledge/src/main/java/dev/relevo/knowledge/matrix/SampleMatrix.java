package dev.relevo.knowledge.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;

/// The matrices that come with Relevo: a fictitious business in Quito that sells WhatsApp attention
/// with a bot. Spanish is the large one; English and Portuguese show the same on fewer rows.
public final class SampleMatrix {

  private SampleMatrix() {}

  /// The sample in that language; Spanish where there is none.
  public static Matrix load(Locale language) {
    return switch (MatrixFile.read(file(language), Locale.of("es"))) {
      case MatrixImport.Imported imported -> imported.matrix();
      case MatrixImport.Rejected(var problems, var more) ->
          throw new IllegalStateException(problems.getFirst().in(Locale.ENGLISH));
    };
  }

  /// The same as a CSV file, for people to start their own from.
  public static byte[] file(Locale language) {
    var name = "/dev/relevo/knowledge/samples/" + fileName(language);
    try (var file = SampleMatrix.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(file, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fileName(Locale language) {
    return switch (language.getLanguage()) {
      case "en" -> "sample-en.csv";
      case "pt" -> "amostra-pt.csv";
      default -> "muestra-es.csv";
    };
  }
}
