package dev.relevo.knowledge.gap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.retriever.Explanation;
import dev.relevo.knowledge.retriever.Hit;
import dev.relevo.knowledge.retriever.Retrieval;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MendingTests {

  @Test
  void isMendedOnceMostOfItsQuestionsAreAnswered() {
    var five = List.of(question("a"), question("b"), question("c"), question("d"), question("e"));
    assertThat(mended(five, it -> it.text().equals("a") ? nothing() : found("ENV-1", 0.9)))
        .isTrue();
    assertThat(mended(five, it -> it.text().compareTo("c") < 0 ? nothing() : found("ENV-1", 0.9)))
        .isFalse();
  }

  @Test
  void isNotMendedByAnAnswerThatIsStillUnsure() {
    assertThat(mended(List.of(question("a")), _ -> found("ENV-1", 0.52))).isFalse();
  }

  @Test
  void isMendedForAWrongAnswerOnlyByAnotherRowOrAChangedOne() {
    var wrong = List.of(question(Kind.UNHELPFUL, "a", "ENV-1"));
    assertThat(mended(wrong, _ -> found("ENV-1", 1))).isFalse();
    assertThat(mended(wrong, _ -> found("ENV-2", 1))).isTrue();
    assertThat(Mending.isMended(wrong, _ -> found("ENV-1", 1), (row, since) -> since == 3))
        .isTrue();
  }

  @Test
  void isNotMendedWhenNothingIsLeftOfIt() {
    assertThat(mended(List.of(), _ -> found("ENV-1", 1))).isFalse();
  }

  private static boolean mended(
      List<Gap.Question> questions, Function<Gap.Question, Retrieval> ask) {
    return Mending.isMended(questions, ask, (_, _) -> false);
  }

  private static Gap.Question question(String text) {
    return question(Kind.UNANSWERED, text, "");
  }

  private static Gap.Question question(Kind kind, String text, String row) {
    return new Gap.Question(kind, text, "es", row, 0.2, 3, 1, 1, "", "", Instant.EPOCH);
  }

  private static Retrieval found(String row, double score) {
    var hit =
        new Hit(
            Row.answering(new RowId(row), Locale.of("es"), "¿?", List.of(), "Sí."), score, "¿?");
    return new Retrieval.Found(hit, new Explanation("", 0.5, List.of(hit), List.of()));
  }

  private static Retrieval nothing() {
    return new Retrieval.Nothing(new Explanation("", 0.5, List.of(), List.of()));
  }
}
