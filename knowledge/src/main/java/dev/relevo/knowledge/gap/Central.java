package dev.relevo.knowledge.gap;

import java.util.List;

/// Which of several questions stands for all.
final class Central {

  private Central() {}

  /// The one most like all others; of equals the one asked most, then the shorter one.
  static String of(List<String> questions) {
    var words = questions.stream().map(Likeness::words).toList();
    var best = 0;
    var most = -1.0;
    for (int one = 0; one < questions.size(); one++) {
      var sum = 0.0;
      for (var other : words) {
        sum += Likeness.between(words.get(one), other);
      }
      var shorter = questions.get(one).length() < questions.get(best).length();
      if (sum > most + 1e-9 || (sum > most - 1e-9 && shorter)) {
        best = one;
        most = sum;
      }
    }
    return questions.get(best);
  }
}
