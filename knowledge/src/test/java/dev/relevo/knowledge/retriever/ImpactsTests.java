package dev.relevo.knowledge.retriever;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImpactsTests {

  private static final int TEXTS = 500;
  private static final double LEAST = 0.6;

  private final Random chance = new Random(11);

  /// Common terms are only asked about texts that the rare ones name; nothing may be lost by that.
  @Test
  void namesEveryTextThatReachesTheLeastWithItsWholeSum() {
    int named = 0;
    for (int question = 0; question < 200; question++) {
      var terms = IntStream.range(1, 8).mapToObj(_ -> term(1 + chance.nextInt(TEXTS / 2))).toList();
      var reached = new HashMap<>(added(terms));
      reached.values().removeIf(sum -> sum < LEAST);
      var found = new HashMap<Integer, Float>();
      Impacts.sum(terms, LEAST, found::put);
      named += found.size();

      assertThat(found.keySet()).isEqualTo(reached.keySet());
      found.forEach((text, sum) -> assertThat(sum).isCloseTo(reached.get(text), within(1e-5f)));
    }
    assertThat(named).isPositive();
  }

  @Test
  void leavesNothingOutWhereNothingIsTooLittle() {
    var terms = List.of(term(3), term(100), term(250));
    var found = new HashMap<Integer, Float>();
    Impacts.sum(terms, 0, found::put);
    assertThat(found.keySet()).isEqualTo(added(terms).keySet());
  }

  private static Map<Integer, Float> added(List<Impacts> terms) {
    var sums = new HashMap<Integer, Float>();
    for (var term : terms) {
      for (int place = 0; place < term.holders().length; place++) {
        sums.merge(term.holders()[place], term.weight() * term.impacts()[place], Float::sum);
      }
    }
    return sums;
  }

  /// Rarer terms weigh more.
  private Impacts term(int count) {
    var holders = chance.ints(count, 0, TEXTS).distinct().sorted().toArray();
    var impacts = new float[holders.length];
    float most = 0;
    for (int place = 0; place < impacts.length; place++) {
      impacts[place] = chance.nextFloat();
      most = Math.max(most, impacts[place]);
    }
    float weight = 0.4f / (float) Math.log(1 + holders.length);
    return new Impacts(holders, impacts, weight, weight * most);
  }
}
