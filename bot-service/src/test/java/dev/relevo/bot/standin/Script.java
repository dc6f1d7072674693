package dev.relevo.bot.standin;

import java.util.ArrayDeque;
import java.util.List;

/// Decides what the model's stand-in answers.
@FunctionalInterface
public interface Script {

  ModelAnswer answer(ModelRequest request);

  /// These answers one after the other, over all requests; the last one for good.
  static Script of(ModelAnswer... answers) {
    var left = new ArrayDeque<>(List.of(answers));
    return _ -> {
      synchronized (left) {
        return left.size() > 1 ? left.removeFirst() : left.getFirst();
      }
    };
  }
}
