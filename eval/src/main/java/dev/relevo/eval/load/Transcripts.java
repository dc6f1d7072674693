package dev.relevo.eval.load;

import dev.relevo.eval.play.Script;
import dev.relevo.eval.play.Script.Line;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/// Every conversation as customers saw it: when each message was to be said, when it was taken, and
/// what was answered, in the order in which the provider was given it. Times are of
/// [System#nanoTime]; 0: not yet. Answers have one parcel.
final class Transcripts {

  private final Script script;
  private final AtomicLongArray intended;
  private final AtomicLongArray taken;
  private final AtomicLongArray answered;
  private final AtomicLongArray parcel;
  private final AtomicLongArray first;
  private final AtomicLongArray last;
  private final Set<Line> answeredTwice = new HashSet<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private int sentTwice;
  private int strangers;

  Transcripts(Script script) {
    this.script = script;
    var size = script.customers() * script.questions();
    intended = new AtomicLongArray(size);
    taken = new AtomicLongArray(size);
    answered = new AtomicLongArray(size);
    parcel = new AtomicLongArray(size);
    first = new AtomicLongArray(size);
    last = new AtomicLongArray(size);
  }

  /// A customer begins to say it; from `at` on it waits.
  void intended(Line line, long at) {
    intended.set(place(line), at);
    waiting.incrementAndGet();
  }

  /// It is durable, the service says.
  void taken(Line line) {
    taken.set(place(line), System.nanoTime());
  }

  /// The provider was handed an answer.
  ///
  /// @param sequence rises in the order in which the provider read
  /// @param number of the parcel
  synchronized void answered(Line line, long sequence, long number) {
    var place = place(line);
    if (place < 0 || place >= intended.length()) {
      strangers++;
    } else if (answered.compareAndSet(place, 0, System.nanoTime())) {
      parcel.set(place, number);
      first.set(place, sequence);
      last.set(place, sequence);
      waiting.decrementAndGet();
    } else if (parcel.get(place) == number) {
      sentTwice++;
    } else {
      answeredTwice.add(line);
      last.set(place, sequence);
    }
  }

  /// The provider was handed something that answers no message of the script: a fallback, a
  /// hand-off.
  synchronized void stranger() {
    strangers++;
  }

  /// Messages begun and not answered.
  int waiting() {
    return waiting.get();
  }

  synchronized int strangers() {
    return strangers;
  }

  /// The same parcel handed over more than once.
  synchronized int doubledSends() {
    return sentTwice;
  }

  /// How many of them are not answered.
  int lost(List<Line> lines) {
    return (int) lines.stream().filter(it -> answered.get(place(it)) == 0).count();
  }

  /// How many of them more than one turn answered.
  synchronized int doubledReplies(List<Line> lines) {
    return (int) lines.stream().filter(answeredTwice::contains).count();
  }

  /// Pairs of one customer's messages, the one surely before the other (taken before the other was
  /// begun), whose answers the provider was handed the other way round.
  int wrongOrder() {
    var wrong = 0;
    for (var customer = 0; customer < script.customers(); customer++) {
      var from = customer * script.questions();
      for (var one = from; one < from + script.questions(); one++) {
        for (var other = one + 1; other < from + script.questions(); other++) {
          wrong += isWrong(one, other) ? 1 : 0;
        }
      }
    }
    return wrong;
  }

  /// What happened to one message; moments are 0 where it did not.
  ///
  /// @param intended when it was to be said
  record Moments(long intended, long taken, long answered) {}

  Moments of(Line line) {
    var place = place(line);
    return new Moments(intended.get(place), taken.get(place), answered.get(place));
  }

  private boolean isWrong(int one, int other) {
    var surely = taken.get(one) != 0 && taken.get(one) < intended.get(other);
    var both = first.get(one) != 0 && first.get(other) != 0;
    return surely && both && last.get(one) > first.get(other);
  }

  private int place(Line line) {
    return (line.customer() - script.first()) * script.questions() + line.question();
  }
}
