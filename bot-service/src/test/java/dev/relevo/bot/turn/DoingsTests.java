package dev.relevo.bot.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.crm.workspace.Guards;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoingsTests {

  private static final Guards GUARDS = Guards.DEFAULT;

  @Test
  void thirtyTurnsOfAConversationAreTheBotsAndTheNextIsAPersons() {
    assertThat(new Doings(29, 0, List.of(), List.of()).exceeded(GUARDS, "x")).isEmpty();
    assertThat(new Doings(30, 0, List.of(), List.of()).exceeded(GUARDS, "x"))
        .contains("turns in one conversation");
  }

  @Test
  void twentyRepliesAMinuteAreTheMost() {
    assertThat(new Doings(20, 19, List.of(), List.of()).exceeded(GUARDS, "x")).isEmpty();
    assertThat(new Doings(20, 20, List.of(), List.of()).exceeded(GUARDS, "x"))
        .contains("replies in a minute");
  }

  @Test
  void theSameAnswerIsGivenThreeTimesInARowAndNotAFourth() {
    assertThat(said("a", "a", "b", "a").exceeded(GUARDS, "a")).isEmpty();
    assertThat(said("a", "a", "a").exceeded(GUARDS, "b")).isEmpty();
    assertThat(said("a", "a", "a").exceeded(GUARDS, "a"))
        .contains("the same answer again and again");
    assertThat(new Doings(0, 0, Collections.nCopies(2, "a"), List.of()).exceeded(GUARDS, "a"))
        .isEmpty();
  }

  @Test
  void whoAnswersWithinASecondEachTimeIsAnotherBot() {
    var start = Instant.parse("2026-05-04T15:00:00Z");
    var exchanges = new ArrayList<Doings.Exchange>();
    for (int i = 0; i < 5; i++) {
      exchanges.addFirst(
          new Doings.Exchange(start.plusMillis(i * 900L), start.plusMillis(i * 900L + 100)));
    }
    var doings = new Doings(5, 5, List.of(), exchanges);
    assertThat(doings.instantAnswers(start.plusMillis(4_500))).isEqualTo(5);
    assertThat(doings.instantAnswers(start.plusMillis(6_000))).isZero();
    assertThat(doings.instantAnswers(start.plusMillis(3_650))).isZero();
  }

  private static Doings said(String... words) {
    return new Doings(words.length, words.length, List.of(words), List.of());
  }
}
