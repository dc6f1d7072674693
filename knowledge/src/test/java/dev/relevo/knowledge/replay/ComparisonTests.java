package dev.relevo.knowledge.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.relevo.knowledge.Knowledge;
import dev.relevo.knowledge.gap.Asked;
import dev.relevo.knowledge.gap.Decision;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.replay.Change.Kind;
import dev.relevo.knowledge.replay.Change.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Two retrievers and questions in, changes out.
class ComparisonTests {

  private static final Row SHIPPING =
      row("ENV-1", "¿Cuánto cuesta el envío?", "Cuatro dólares.", "precio del envío");
  private static final Row WARRANTY =
      row("GAR-1", "¿Qué garantía tienen los equipos?", "Un año.", "garantía de los equipos");
  private static final Row CARDS =
      row("PAG-1", "¿Aceptan tarjetas de crédito?", "Todas.", "puedo pagar con tarjeta");

  private static final Matrix PUBLISHED = new Matrix(List.of(SHIPPING, WARRANTY));

  @Test
  void findsNothingDifferentInTheSameMatrix() {
    var same = compare(PUBLISHED, PUBLISHED, List.of(), "precio del envío", "hola", "qué garantía");
    assertThat(same.changes()).isEmpty();
    assertThat(same.same()).isEqualTo(3);
  }

  @Test
  void saysWhatIsAnsweredNowAndWhatIsSilent() {
    var draft = new Matrix(List.of(SHIPPING, CARDS));
    var found =
        compare(
            PUBLISHED,
            draft,
            List.of(),
            "puedo pagar con tarjeta",
            "garantía de los equipos",
            "precio del envío");
    assertThat(found.changes())
        .extracting(Change::question, Change::kind, Change::verdict)
        .containsExactlyInAnyOrder(
            tuple("puedo pagar con tarjeta", Kind.NOW_ANSWERED, Verdict.JUDGE),
            tuple("garantía de los equipos", Kind.NOW_SILENT, Verdict.JUDGE));
  }

  @Test
  void showsTheSameRowInOtherWordsAsEven() {
    var draft =
        new Matrix(
            List.of(
                row("ENV-1", "¿Cuánto cuesta el envío?", "Cinco dólares.", "precio del envío"),
                WARRANTY));
    assertThat(compare(PUBLISHED, draft, List.of(), "precio del envío").changes())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.kind()).isEqualTo(Kind.OTHER_WORDS);
          assertThat(it.verdict()).isEqualTo(Verdict.EVEN);
          assertThat(it.before().answer()).isEqualTo("Cuatro dólares.");
          assertThat(it.after().answer()).isEqualTo("Cinco dólares.");
        });
  }

  @Test
  void isJudgedByTheRowsOwnTestQuestions() {
    var draft = new Matrix(List.of(SHIPPING, CARDS));
    var tests =
        List.of(
            new RowTests.Test(0, "PAG-1", "¿Puedo pagar con tarjeta?", "es", "Ana"),
            new RowTests.Test(0, "GAR-1", "garantía de los equipos", "es", "Ana"));
    var found =
        compare(PUBLISHED, draft, tests, "puedo pagar con tarjeta", "garantía de los equipos");
    assertThat(found.changes())
        .extracting(Change::question, Change::verdict)
        .containsExactly(
            tuple("garantía de los equipos", Verdict.WORSE),
            tuple("puedo pagar con tarjeta", Verdict.BETTER));
  }

  @Test
  void isJudgedByWhatCustomersSaidOfTheAnswer() {
    var draft = new Matrix(List.of(SHIPPING));
    assertThat(verdict(draft, it -> voted(it, Optional.of(true)))).isEqualTo(Verdict.WORSE);
    assertThat(verdict(draft, it -> voted(it, Optional.of(false)))).isEqualTo(Verdict.BETTER);
    assertThat(verdict(draft, it -> voted(it, Optional.empty()))).isEqualTo(Verdict.JUDGE);
  }

  @Test
  void remembersWhatAnEditorJudged() {
    var draft = new Matrix(List.of(SHIPPING));
    var question = asked("garantía de los equipos");
    var silenceIsFine = new Truth.Judgement(Truth.folded(question.text()), "", true);
    var rowWasWrong = new Truth.Judgement(Truth.folded(question.text()), "GAR-1", false);
    var truth = new Truth(List.of(), List.of(silenceIsFine, rowWasWrong), List.of());
    assertThat(compare(PUBLISHED, draft, truth, List.of(question)).changes())
        .extracting(Change::verdict)
        .containsExactly(Verdict.BETTER);
  }

  @Test
  void asksAQuestionOnceHoweverOftenItWasAsked() {
    var questions =
        Comparison.distinct(
            List.of(
                asked("¿Precio del envío?"), asked("hola, precio del envio"), asked("otra cosa")));
    assertThat(questions).extracting(Comparison.Asking::times).containsExactly(2, 1);
    assertThat(questions.getFirst().sample().text()).isEqualTo("¿Precio del envío?");
  }

  @Test
  void stopsWhenItIsTold() {
    var retriever = Knowledge.retriever(PUBLISHED);
    var questions = Comparison.distinct(List.of(asked("uno"), asked("dos"), asked("tres")));
    assertThat(
            Comparison.of(
                questions,
                retriever,
                retriever,
                new Truth(List.of(), List.of(), List.of()),
                done -> done < 2))
        .isEmpty();
  }

  private static Verdict verdict(Matrix draft, UnaryOperator<Asked> known) {
    var question = known.apply(asked("garantía de los equipos"));
    var truth = new Truth(List.of(), List.of(), List.of(question));
    return compare(PUBLISHED, draft, truth, List.of(question)).changes().getFirst().verdict();
  }

  private static Comparison compare(
      Matrix before, Matrix after, List<RowTests.Test> tests, String... questions) {
    return compare(
        before,
        after,
        new Truth(tests, List.of(), List.of()),
        List.of(questions).stream().map(ComparisonTests::asked).toList());
  }

  private static Comparison compare(
      Matrix before, Matrix after, Truth truth, List<Asked> questions) {
    var old = Knowledge.retriever(before);
    var young = Knowledge.retriever(after);
    return Comparison.of(Comparison.distinct(questions), old, young, truth, _ -> true)
        .orElseThrow();
  }

  private static Asked asked(String text) {
    return new Asked(1, 1, text, "es", Decision.ANSWER, "GAR-1", Optional.empty(), false);
  }

  private static Asked voted(Asked it, Optional<Boolean> helped) {
    return new Asked(
        it.message(),
        it.contact(),
        it.text(),
        it.language(),
        it.decision(),
        it.row(),
        helped,
        it.corrected());
  }

  private static Row row(String id, String question, String answer, String... variants) {
    return Row.answering(new RowId(id), Locale.of("es"), question, List.of(variants), answer);
  }
}
