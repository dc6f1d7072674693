package dev.relevo.knowledge.retriever;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// What one term brings to the texts that have it.
///
/// @param holders their numbers, ascending
/// @param impacts in the same order
/// @param weight by which each impact counts
/// @param most that it brings to any text
@SuppressWarnings("ArrayRecordComponent") // never compared
record Impacts(int[] holders, float[] impacts, float weight, float most) {

  /// What it brings to a text.
  private float to(int text) {
    int place = Arrays.binarySearch(holders, text);
    return place < 0 ? 0 : weight * impacts[place];
  }

  /// Sums up what several terms bring. A text whose sum cannot reach the least is not looked at
  /// (MaxScore, Turtle and Flood 1995): rare terms name the texts, common ones are only asked about
  /// those.
  static void sum(List<Impacts> terms, double least, Sums.Taker taker) {
    var rarestFirst =
        terms.stream().sorted(Comparator.comparingInt(it -> it.holders.length)).toList();
    var rest = new double[rarestFirst.size() + 1];
    for (int place = rest.length - 2; place >= 0; place--) {
      rest[place] = rest[place + 1] + rarestFirst.get(place).most;
    }
    int naming = 0;
    while (naming < rarestFirst.size() && rest[naming] >= least) {
      naming++;
    }
    var sums = new Sums(rarestFirst.stream().limit(naming).mapToInt(it -> it.holders.length).sum());
    rarestFirst.stream().limit(naming).forEach(it -> it.addTo(sums));
    int asking = naming;
    sums.forEach((text, named) -> {
      float sum = named;
      for (int place = asking; place < rarestFirst.size() && sum + rest[place] >= least; place++) {
        sum += rarestFirst.get(place).to(text);
      }
      if (sum >= least) {
        taker.take(text, sum);
      }
    });
  }

  private void addTo(Sums sums) {
    for (int place = 0; place < holders.length; place++) {
      sums.add(holders[place], weight * impacts[place]);
    }
  }
}
