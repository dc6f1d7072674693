package dev.relevo.knowledge.retriever;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.knowledge.retriever.CandidateIndex.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeatureIndexTests {

  private static final int ROWS = 400;
  private static final int FEATURES = 3_000;

  private final Random chance = new Random(3);
  private final List<Text> texts =
      IntStream.range(0, ROWS).mapToObj(row -> new Text(row, vector())).toList();

  /// Few changes are kept beside the rest, many are indexed anew; either way it must not show.
  @Test
  void whatComesIsFoundAndWhatGoesIsForgottenChangeByChange() {
    var index = FeatureIndex.over(texts);
    var now = new ArrayList<>(texts);
    for (int change = 0; change < 60; change++) {
      int gone = now.get(chance.nextInt(now.size())).row();
      var come = List.of(new Text(ROWS + change, vector()));
      var forgotten = now.stream().filter(it -> it.row() == gone).findFirst().orElseThrow();
      index = index.with(Set.of(gone), come);
      now.removeIf(it -> it.row() == gone);
      now.addAll(come);

      assertThat(index.near(come.getFirst().vector(), 5)).startsWith(ROWS + change);
      assertThat(index.near(forgotten.vector(), 50)).doesNotContain(gone);
    }
    for (var text : now) {
      assertThat(index.near(text.vector(), 1)).containsExactly(text.row());
    }
  }

  @Test
  void theIndexBeforeStaysAsItIs() {
    var before = FeatureIndex.over(texts);
    before.with(Set.of(7), List.of(new Text(ROWS, vector())));
    assertThat(before.near(texts.get(7).vector(), 1)).containsExactly(7);
  }

  private Vector vector() {
    var features = chance.ints(40, 0, FEATURES).distinct().sorted().toArray();
    var weights = new float[features.length];
    for (int place = 0; place < weights.length; place++) {
      weights[place] = 0.05f + chance.nextFloat() / 5;
    }
    return new Vector(features, weights);
  }
}
