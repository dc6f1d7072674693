package dev.relevo.eval.load;

import dev.relevo.eval.play.Script;
import dev.relevo.eval.play.Script.Line;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicIntegerArray;

/// Who writes next: all customers in turn, and of 64 messages in a row the last 16 are second
/// messages of those who wrote the first 16, so that one contact's messages overlap.
final class Arrivals {

  private static final int BLOCK = 64;
  private static final int AGAIN = 16;

  private final Script script;
  private final AtomicIntegerArray asked;
  private final Deque<Integer> soonAgain = new ArrayDeque<>();
  private int next;
  private int place;

  Arrivals(Script script) {
    this.script = script;
    this.asked = new AtomicIntegerArray(script.customers());
  }

  /// @throws IllegalStateException when everybody has asked everything
  Line next() {
    if (place == BLOCK) {
      place = 0;
      soonAgain.clear();
    }
    var customer = place >= BLOCK - AGAIN ? soonAgain.remove() : inTurn();
    if (place < AGAIN) {
      soonAgain.add(customer);
    }
    place++;
    var question = asked.getAndIncrement(customer);
    if (question >= script.questions()) {
      throw new IllegalStateException(
          "%d customers have no more questions; name more with --customers."
              .formatted(script.customers()));
    }
    return new Line(script.first() + customer, question);
  }

  private int inTurn() {
    var customer = next;
    next = (next + 1) % script.customers();
    return customer;
  }
}
