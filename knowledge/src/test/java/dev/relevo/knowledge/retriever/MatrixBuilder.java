package dev.relevo.knowledge.retriever;

import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A matrix in the making: `aMatrix().row("PAGO", "¿Cómo pago?", "formas de pago").build()`.
public final class MatrixBuilder {

  private final List<Row> rows = new ArrayList<>();
  private Locale language = Locale.of("es");

  private MatrixBuilder() {}

  public static MatrixBuilder aMatrix() {
    return new MatrixBuilder();
  }

  /// The language of the rows that follow.
  public MatrixBuilder in(String code) {
    language = Locale.of(code);
    return this;
  }

  /// A row by its phrases.
  public MatrixBuilder row(String id, String... phrases) {
    return add(id, List.of(phrases), "");
  }

  /// A row that has nothing but its answer.
  public MatrixBuilder answer(String id, String answer) {
    return add(id, List.of(""), answer);
  }

  private MatrixBuilder add(String id, List<String> phrases, String answer) {
    rows.add(
        Row.answering(
            new RowId(id),
            language,
            phrases.getFirst(),
            phrases.subList(1, phrases.size()),
            answer));
    return this;
  }

  public Matrix build() {
    return new Matrix(rows);
  }
}
