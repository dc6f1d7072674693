package dev.relevo.eval.play;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Who writes what: every customer asks the same questions, each once, and each has a row of its
/// own, so that an answer tells which message it belongs to.
///
/// @param first the number of the first customer
/// @param customers how many
/// @param questions how many each asks, at most [#MOST_QUESTIONS]
/// @param pictures whether every fifth question is answered by a picture besides: two parcels
public record Script(int first, int customers, int questions, boolean pictures) {

  /// More would run into the guards on what a bot may do in one conversation.
  public static final int MOST_QUESTIONS = 20;

  /// How every answer begins.
  public static final String ANSWER = "Esto es todo sobre";

  private static final int WITH_PICTURE = 5;

  private static final List<String> WORDS =
      List.of(
          "horario",
          "precio",
          "envio",
          "garantia",
          "factura",
          "sucursal",
          "descuento",
          "repuesto",
          "contrato",
          "plantilla",
          "catalogo",
          "credito",
          "devolucion",
          "turno",
          "capacitacion",
          "integracion",
          "licencia",
          "reporte",
          "soporte",
          "renovacion");

  public Script {
    if (questions < 1 || questions > MOST_QUESTIONS) {
      throw new IllegalArgumentException(
          "a customer asks 1 to %d questions".formatted(MOST_QUESTIONS));
    }
  }

  /// With pictures.
  public Script(int first, int customers, int questions) {
    this(first, customers, questions, true);
  }

  /// One question of one customer.
  public record Line(int customer, int question) {

    /// The provider's id of the message.
    public String wamid() {
      return "wamid.IN-%d-%d".formatted(customer, question);
    }

    /// Digits of the customer's phone.
    public String phone() {
      return String.format(Locale.ROOT, "5939%08d", customer);
    }

    public String text() {
      return "¿qué hay de " + WORDS.get(question) + "?";
    }

    /// The same in words the matrix does not know; a model that is handed its rows does.
    public String vague() {
      return "mi prima comentó ayer alguna cosa rara sobre %s, cuéntenme un poco"
          .formatted(WORDS.get(question));
    }
  }

  /// Every line, customer by customer.
  public List<Line> lines() {
    var lines = new ArrayList<Line>();
    for (var customer = first; customer < first + customers; customer++) {
      for (var question = 0; question < questions; question++) {
        lines.add(new Line(customer, question));
      }
    }
    return lines;
  }

  /// How many parcels answer a question.
  public int parcels(int question) {
    return pictures && question % WITH_PICTURE == 0 ? 2 : 1;
  }

  /// The mark by which an answer, text or picture, is known.
  static String mark(int question) {
    return "R%02dR".formatted(question);
  }

  /// Writes the matrix that answers the questions.
  public Path writeMatrix(Path file) throws IOException {
    var text = new StringBuilder("ID,Idioma,Pregunta principal,Respuesta,Adjunto\n");
    for (var question = 0; question < questions; question++) {
      text.append(
          "Q-%02d,es,%s,%s %s. %s,%s%n"
              .formatted(
                  question,
                  new Line(0, question).text(),
                  ANSWER,
                  WORDS.get(question),
                  mark(question),
                  parcels(question) == 2
                      ? "https://example.org/%s.png".formatted(mark(question))
                      : ""));
    }
    return Files.writeString(file, text);
  }
}
