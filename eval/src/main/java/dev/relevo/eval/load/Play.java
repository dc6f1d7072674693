package dev.relevo.eval.load;

import dev.relevo.eval.play.Script;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Customers at one service's door; plays stretches of load, one after the other.
final class Play implements AutoCloseable {

  private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(5);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  /// Messages that wait for an answer while it warms up.
  private static final int WARMING = 64;

  private final Subject subject;
  private final Door door;
  private final Transcripts transcripts;
  private final OpenLoop customers;
  private final Vitals vitals;
  private final Script script;

  Play(Subject subject, Door door, Transcripts transcripts, Script script) {
    this.subject = subject;
    this.door = door;
    this.transcripts = transcripts;
    this.script = script;
    this.customers = new OpenLoop(door, new Arrivals(script), transcripts);
    this.vitals = new Vitals(subject, transcripts);
  }

  /// As many messages as soon as may be, so that what runs was compiled and who writes is known.
  void warmUp(int messages) throws InterruptedException {
    customers.playClosed(messages, WARMING);
    drain(0);
  }

  /// One stretch, from its first message to its last answer.
  Run at(double rate, Duration time) throws IOException, InterruptedException {
    return at(List.of(new Pace(rate, time)));
  }

  /// So many messages a second, for so long.
  record Pace(double rate, Duration time) {}

  /// One pace after the other without a pause; the run's rate is the last one's.
  Run at(List<Pace> paces) throws IOException, InterruptedException {
    return at(paces, () -> {});
  }

  /// One stretch, while one customer more floods the door.
  ///
  /// @param flood messages a second
  Run flooded(Pace pace, double flood) throws IOException, InterruptedException {
    try (var flooding = door.flood(script.customers(), flood)) {
      return at(List.of(pace), flooding::close);
    }
  }

  /// @param afterwards what is done once the last message was said, before the last answers
  private Run at(List<Pace> paces, Runnable afterwards) throws IOException, InterruptedException {
    var heap = subject.liveHeap();
    var reported = door.reports().delivered();
    var before = subject.spent();
    var begun = System.nanoTime();
    var lines = new ArrayList<Script.Line>();
    for (var pace : paces) {
      lines.addAll(customers.play(pace.rate(), pace.time()));
    }
    var played = Duration.ofNanos(System.nanoTime() - begun);
    var statuses = door.reports().delivered() - reported;
    var after = subject.spent();
    afterwards.run();
    var drained = drain(System.nanoTime());
    var looks = vitals.since(begun);
    var left = subject.liveHeap();
    return new Run(
        paces.getLast().rate(),
        begun,
        played,
        lines,
        looks,
        drained.after(),
        statuses,
        drained.untaken(),
        after.flatMap(it -> before.map(it::since)),
        heap.flatMap(early -> left.map(late -> new Measured.Growth(early, late))));
  }

  Transcripts transcripts() {
    return transcripts;
  }

  @Override
  public void close() throws IOException {
    vitals.close();
    customers.close();
    door.close();
  }

  /// The end of waiting.
  ///
  /// @param untaken statuses that the service had not taken by then
  private record Drained(Duration after, long untaken) {}

  /// Until everything is answered and reported, or for as long as it may take.
  private Drained drain(long since) throws InterruptedException {
    var deadline = System.nanoTime() + ANSWERED_WITHIN.toNanos();
    while (true) {
      // in this order: statuses come of answers
      var waiting = transcripts.waiting();
      var untaken = door.reports().undelivered();
      if ((waiting <= 0 && untaken == 0) || System.nanoTime() > deadline) {
        return new Drained(Duration.ofNanos(System.nanoTime() - since), untaken);
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
  }
}
