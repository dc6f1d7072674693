package dev.relevo.knowledge.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.knowledge.Knowledge;
import dev.relevo.knowledge.check.Finding.Kind;
import dev.relevo.knowledge.matrix.Column;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.matrix.RowState;
import dev.relevo.knowledge.matrix.RowText;
import dev.relevo.knowledge.matrix.SampleMatrix;
import dev.relevo.knowledge.sentence.Sentence;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChecksTests {

  private final Checks checks = new Checks(Knowledge::retriever, Reachability.UNASKED);

  @Test
  void theSampleMayBePublished() {
    var report = checks.of(SampleMatrix.load(Locale.of("es")), Expectations.NONE);
    assertThat(report.errors()).isZero();
  }

  @Test
  void aPhraseOfTwoRowsIsTakenFromTheOneThatHasItAsAVariant() {
    var one = row("A", "¿Cuánto cuesta?", "10", "precio");
    var other = row("B", "¿Dónde están?", "Quito", "PRECIO!", "dirección");
    var finding = only(Kind.SAME_VARIANT, one, other);

    assertThat(finding.row()).isEqualTo(other.id());
    assertThat(finding.other()).contains(one.id());
    assertThat(rewritten(finding).variants()).containsExactly("dirección");
    assertThat(rewritten(finding).question()).isEqualTo("¿Dónde están?");
  }

  @Test
  void aQuestionOfBothRowsMakesTheSecondLeave() {
    var finding = only(Kind.SAME_VARIANT, row("A", "¿Precio?", "10"), row("B", "precio", "20"));
    assertThat(finding.fix()).contains(new Fix.Leave(new RowId("B")));
  }

  @Test
  void aRowWithoutAnAnswerStaysOutAndOneTooLongIsCutAfterASentence() {
    var finding = only(Kind.EMPTY_ANSWER, row("A", "a b c", ""), row("B", "d e f", "sí"));
    assertThat(finding.isError()).isFalse();

    var tooLong = only(Kind.LONG_ANSWER, row("A", "a b c", "Una frase. ".repeat(300)));
    assertThat(tooLong.words()).containsExactly("3299", "2000");
    assertThat(rewritten(tooLong).answer()).hasSizeBetween(1_980, 2_000).endsWith("frase.");
  }

  @Test
  void aButtonLeadsNowhereWhereItsRowIsMissingUnansweredOrLeaving() {
    var row = with(row("A", "a b c", "sí"), Column.BUTTONS, "Ver → NADA\nOtra → B\nTercera → C");
    var unanswered = row("B", "d e f", "");
    var leaving = row("C", "g h i", "no").withState(RowState.TO_DELETE);
    var report = checks.of(new Matrix(List.of(row, unanswered, leaving)), Expectations.NONE);

    assertThat(report.findings())
        .filteredOn(Finding::isError)
        .extracting(Finding::kind, it -> it.words().getFirst())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Kind.UNKNOWN_TARGET, "NADA"),
            org.assertj.core.groups.Tuple.tuple(Kind.UNANSWERED_TARGET, "B"),
            org.assertj.core.groups.Tuple.tuple(Kind.UNANSWERED_TARGET, "C"));
    assertThat(rewritten(report.findings().getFirst()).buttons())
        .extracting(it -> it.label())
        .containsExactly("Otra", "Tercera");
  }

  @Test
  void aFollowUpToAnUnknownRowIsTakenAway() {
    var row = with(row("A", "a b c", "sí"), Column.FOLLOW_UP, "NADA");
    assertThat(rewritten(only(Kind.UNKNOWN_TARGET, row)).followUp()).isEmpty();
  }

  @Test
  void moreThanTenButtonsAreCutAndAlikeOnesMadeOne() {
    var eleven = new StringBuilder();
    for (int number = 1; number <= 11; number++) {
      eleven.append("Opción ").append(number).append('\n');
    }
    var many = with(row("A", "a b c", "sí"), Column.BUTTONS, eleven.toString());
    assertThat(rewritten(only(Kind.TOO_MANY_BUTTONS, many)).buttons()).hasSize(10);

    var alike = with(row("A", "a b c", "sí"), Column.BUTTONS, "Ver\nVer\nOtra");
    assertThat(rewritten(only(Kind.ALIKE_BUTTONS, alike)).buttons()).hasSize(2);
  }

  @Test
  void daysTheWrongWayRoundAreTurned() {
    var days = Map.of(Column.VALID_FROM, "2026-12-24", Column.VALID_UNTIL, "2026-12-01");
    var row = read(row("A", "a b c", "sí"), days);
    var fixed = rewritten(only(Kind.DAYS_ORDER, row));
    assertThat(fixed.validFrom().orElseThrow()).hasToString("2026-12-01");
    assertThat(fixed.validUntil().orElseThrow()).hasToString("2026-12-24");
  }

  @Test
  void anAttachmentThatCannotBeFetchedIsNamedWithTheReason() {
    var row = with(row("A", "a b c", "sí"), Column.ATTACHMENT, "image: https://x.example/a.png");
    var checking =
        new Checks(
            Knowledge::retriever,
            url -> Optional.of(Sentence.of("fetch.status", URI.create(url).getHost(), 404)));
    assertThat(checking.of(new Matrix(List.of(row)), Expectations.NONE).findings())
        .filteredOn(it -> it.kind() == Kind.UNREACHABLE_ATTACHMENT)
        .singleElement()
        .satisfies(it -> {
          assertThat(it.words())
              .containsExactly(
                  "https://x.example/a.png", Sentence.of("fetch.status", "x.example", 404).kept());
          assertThat(it.isError()).isFalse();
          assertThat(rewritten(it).attachment()).isEmpty();
        });
  }

  @Test
  void nearRowsThatAnswerTheSameBecomeOne() {
    var one = row("A", "¿Cuánto cuesta el envío a la Costa?", "4 USD");
    var other = row("B", "¿Cuánto cuesta el envío a Costa?", "4 USD");
    var finding = only(Kind.CONFUSABLE, one, other);

    assertThat(finding.fix())
        .hasValueSatisfying(it ->
            assertThat(it)
                .isInstanceOfSatisfying(
                    Fix.Rewrite.class,
                    fix -> {
                      assertThat(fix.leaving()).containsExactly(other.id());
                      assertThat(fix.rows().getFirst().variants())
                          .containsExactly(other.question());
                    }));

    var differing = row("B", "¿Cuánto cuesta el envío a Costa?", "5 USD");
    assertThat(only(Kind.CONFUSABLE, one, differing).fix()).isEmpty();
    assertThat(report(one, row("C", "¿Abren los domingos por la tarde?", "No")).findings())
        .noneMatch(it -> it.kind() == Kind.CONFUSABLE);
  }

  @Test
  void aRowThatAnotherHidesIsNamed() {
    var checking = new Checks(_ -> new AlwaysFirst(row("A", "a b c", "sí")), Reachability.UNASKED);
    var report =
        checking.of(
            new Matrix(List.of(row("A", "a b c", "sí"), row("B", "d e f", "no", "g h i"))),
            Expectations.NONE);
    assertThat(report.findings())
        .filteredOn(it -> it.kind() == Kind.NOT_FOUND)
        .singleElement()
        .satisfies(it -> {
          assertThat(it.row()).isEqualTo(new RowId("B"));
          assertThat(it.other()).contains(new RowId("A"));
          assertThat(it.fix())
              .as("its question is in the way, and it answers otherwise")
              .contains(new Fix.Leave(new RowId("B")));
          assertThat(it.in(Locale.of("es"))).contains("responde con la fila A en lugar");
        });
  }

  @Test
  void aRowThatIsHiddenGetsTheVariantThatHidesItOrBecomesOneWithTheOther() {
    var hidden = row("B", "d e f", "no", "g h i");

    assertThat(fixOfHidden(row("A", "a b c", "sí", "d e efe"), "d e efe", hidden))
        .isEqualTo(
            new Fix.Rewrite(
                List.of(row("A", "a b c", "sí"), row("B", "d e f", "no", "g h i", "d e efe")),
                List.of()));
    assertThat(fixOfHidden(row("A", "a b c", "no"), "a b c", hidden))
        .isEqualTo(
            new Fix.Rewrite(
                List.of(row("A", "a b c", "no", "d e f", "g h i")), List.of(new RowId("B"))));
  }

  @Test
  void aRowThatIsNeverFoundButLedToIsNotOfferedForDeletion() {
    var leading = with(row("A", "a b c", "sí"), Column.BUTTONS, "Ver → B");
    var checking = new Checks(_ -> new AlwaysFirst(leading), Reachability.UNASKED);
    assertThat(
            checking
                .of(new Matrix(List.of(leading, row("B", "d e f", "no"))), Expectations.NONE)
                .findings())
        .filteredOn(it -> it.kind() == Kind.NOT_FOUND)
        .singleElement()
        .satisfies(it -> assertThat(it.fix()).isEmpty());
  }

  private static Fix fixOfHidden(Row first, String phrase, Row hidden) {
    var checking = new Checks(_ -> new AlwaysFirst(first, phrase), Reachability.UNASKED);
    return checking.of(new Matrix(List.of(first, hidden)), Expectations.NONE).findings().stream()
        .filter(it -> it.kind() == Kind.NOT_FOUND)
        .flatMap(it -> it.fix().stream())
        .findFirst()
        .orElseThrow();
  }

  /// Every kind has its sentence in every language, with nothing left to fill in.
  @ParameterizedTest
  @EnumSource(Kind.class)
  void everyFindingIsSaidInEveryLanguage(Kind kind) {
    var unreachable = List.of("https://a.example/b.pdf", Sentence.of("fetch.credentials").kept());
    var words = kind == Kind.UNREACHABLE_ATTACHMENT ? unreachable : List.of("una", "dos", "80");
    for (var language : List.of("es", "en", "pt")) {
      for (var other : List.of(Optional.of(new RowId("ENV")), Optional.<RowId>empty())) {
        var finding = new Finding(kind, new RowId("A"), other, words, Optional.empty());
        assertThat(finding.in(Locale.of(language))).isNotBlank().doesNotContain("{");
      }
    }
  }

  @Test
  void rowsThatLeaveAreNotLookedAt() {
    var leaving = row("B", "a b c", "x".repeat(3_000)).withState(RowState.TO_DELETE);
    assertThat(report(row("A", "a b c", "sí"), leaving).findings()).isEmpty();
  }

  /// A retriever that knows one row only.
  private record AlwaysFirst(Row row, String phrase)
      implements dev.relevo.knowledge.retriever.Retriever {

    AlwaysFirst(Row row) {
      this(row, row.question());
    }

    @Override
    public dev.relevo.knowledge.retriever.Retrieval retrieve(
        dev.relevo.knowledge.retriever.Query query) {
      var hit = new dev.relevo.knowledge.retriever.Hit(row, 1, phrase);
      return new dev.relevo.knowledge.retriever.Retrieval.Found(
          hit,
          new dev.relevo.knowledge.retriever.Explanation(
              query.text(), 0.5, List.of(hit), List.of()));
    }
  }

  private Finding only(Kind kind, Row... rows) {
    var found = report(rows).findings().stream().filter(it -> it.kind() == kind).toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private Report report(Row... rows) {
    return checks.of(new Matrix(List.of(rows)), Expectations.NONE);
  }

  private static Row rewritten(Finding finding) {
    assertThat(finding.fix()).get().isInstanceOf(Fix.Rewrite.class);
    return ((Fix.Rewrite) finding.fix().orElseThrow()).rows().getFirst();
  }

  private static Row with(Row row, Column column, String text) {
    return read(row, Map.of(column, text));
  }

  private static Row read(Row row, Map<Column, String> texts) {
    return ((RowText.Reading.Read) RowText.with(row, texts, Map.of())).row();
  }

  private static Row row(String id, String question, String answer, String... variants) {
    return Row.answering(new RowId(id), Locale.of("es"), question, List.of(variants), answer);
  }
}
