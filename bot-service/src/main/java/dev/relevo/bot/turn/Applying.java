package dev.relevo.bot.turn;

import dev.relevo.bot.lane.Lanes;
import dev.relevo.bot.outbox.Courier;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Grounds;
import dev.relevo.crm.conversation.Journal;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.conversation.ThreadState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Does what was decided, for many turns in one transaction: the end of each in the ledger, the
/// words, the actions; and what may leave at once leaves with its commit. A turn whose lane was
/// merged away, or whose shard changed hands, is dropped here and is somebody's turn again.
@Component
final class Applying {

  /// What became of a turn.
  ///
  /// @param grounds of what was said
  record Applied(Thought thought, String word, Optional<Grounds> grounds) {

    Turn turn() {
      return thought.turn();
    }
  }

  private record Step(Thought thought, Plan plan, ThreadState thread) {

    Applied applied() {
      var grounds = load().flatMap(it -> it.plan().grounds());
      return new Applied(thought, plan.word(), grounds);
    }

    Optional<Carrying.Load> load() {
      return plan instanceof Plan.Speak speak
          ? Optional.of(new Carrying.Load(thought, speak, thread))
          : Optional.empty();
    }
  }

  private final Lanes lanes;
  private final TurnTable inbound;
  private final Planning planning;
  private final Carrying carrying;
  private final Courier courier;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Applying(
      Lanes lanes,
      TurnTable inbound,
      Planning planning,
      Carrying carrying,
      Courier courier,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.lanes = lanes;
    this.inbound = inbound;
    this.planning = planning;
    this.carrying = carrying;
    this.courier = courier;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// @param tokens of the leases under which the turns were taken
  List<Applied> apply(List<Thought> thoughts, Map<Integer, Long> tokens) {
    var applied = transaction.execute(status -> write(thoughts, tokens));
    return applied == null ? List.of() : applied;
  }

  /// Counts a failed attempt.
  ///
  /// @param spent on thinking in all of them
  void postpone(Turn turn, Duration spent) {
    inbound.postpone(turn, spent, clock.instant());
  }

  private List<Applied> write(List<Thought> thoughts, Map<Integer, Long> tokens) {
    var now = clock.instant();
    var endings = new ArrayList<Step>();
    for (var step : steps(thoughts, tokens, now)) {
      if (step.plan() instanceof Plan.Again) {
        inbound.postpone(step.thought().turn(), step.thought().spent(), now);
      } else {
        endings.add(step);
      }
    }
    var ended = inbound.finish(endings.stream().map(Applying::ending).toList(), now);
    endings.removeIf(it -> !ended.contains(it.thought().turn().id()));
    Journal.answering(
        questions(endings),
        () -> carrying.out(endings.stream().flatMap(it -> it.load().stream()).toList()));
    courier.takeAlong(endings.stream().map(it -> it.thread().contact()).toList(), tokens);
    return endings.stream().map(Step::applied).toList();
  }

  private static Map<ContactId, MessageId> questions(List<Step> steps) {
    return steps.stream()
        .collect(
            Collectors.toMap(
                it -> it.thread().contact(), it -> it.thought().transcript().message().id()));
  }

  private List<Step> steps(List<Thought> thoughts, Map<Integer, Long> tokens, Instant now) {
    var threads = lanes.hold(thoughts.stream().map(it -> it.turn().lane()).toList(), tokens);
    var doings = inbound.doings(threads.values(), now);
    var steps = new ArrayList<Step>();
    for (var thought : thoughts) {
      var thread = threads.get(thought.turn().lane());
      if (thread != null) {
        var done = doings.getOrDefault(thread.contact(), Doings.NONE);
        steps.add(new Step(thought, planning.plan(thought, thread, done), thread));
      }
    }
    return steps;
  }

  private static TurnTable.Ending ending(Step step) {
    var turn = step.thought().turn();
    return switch (step.plan()) {
      case Plan.Speak speak ->
          new TurnTable.Ending(
              turn, speak.word(), step.thread().conversation(), Optional.of(speak.fingerprint()));
      case Plan.Stay(var word) ->
          new TurnTable.Ending(turn, word, Optional.empty(), Optional.empty());
      case Plan.Again(var word) ->
          new TurnTable.Ending(turn, word, Optional.empty(), Optional.empty());
    };
  }
}
