package dev.relevo.bot.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharesTests {

  @Test
  void oneAloneGetsThreeQuarters() {
    var shares = new Shares<String>(256, List.of());
    assertThat(taken(shares, "one")).isEqualTo(192);
    assertThat(shares.exhausted()).containsExactly("one");
  }

  @Test
  void whereAFewWantAllSomeStayFreeForTheNext() {
    var shares = new Shares<Integer>(256, List.of());
    IntStream.range(0, 3).forEach(it -> taken(shares, it));
    assertThat(shares.take(3)).isTrue();
  }

  @Test
  void theLastHandIsSomebodys() {
    var shares = new Shares<String>(1, List.of());
    assertThat(shares.take("one")).isTrue();
    assertThat(shares.take("other")).isFalse();
  }

  @Test
  void whatIsBusyAlreadyCounts() {
    var shares = new Shares<>(8, Collections.nCopies(6, "one"));
    assertThat(shares.mayTake("one")).isFalse();
    assertThat(shares.mayTake("other")).isTrue();
  }

  @Test
  void whoHasTheFewestComesFirstAndThenTheyTakeTurns() {
    var shares = new Shares<>(8, List.of("a", "a"));
    assertThat(shares.byTurns(List.of("a", "a", "b", "b", "b", "c"), Function.identity()))
        .containsExactly("b", "c", "b", "a", "b", "a");
  }

  private static <K> int taken(Shares<K> shares, K who) {
    var taken = 0;
    while (shares.take(who)) {
      taken++;
    }
    return taken;
  }
}
