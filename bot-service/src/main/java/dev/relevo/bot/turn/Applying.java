package dev.relevo.bot.turn;

import dev.relevo.bot.lane.Leases;
import dev.relevo.bot.outbox.Outbox;
import dev.relevo.bot.outbox.Post;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Floor;
import dev.relevo.crm.conversation.Journal;
import dev.relevo.crm.conversation.ThreadState;
import dev.relevo.crm.desk.CrmAction;
import dev.relevo.crm.desk.CrmRequest;
import dev.relevo.crm.desk.Desk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Does what was decided, for many turns in one transaction: the end of each in the ledger, the
/// words, then the actions. A turn whose lane was merged away, or whose shard changed hands, is
/// dropped here and is somebody's turn again.
@Component
class Applying {

  private static final Logger log = LoggerFactory.getLogger(Applying.class);

  /// What became of a turn.
  record Applied(Turn turn, String word) {}

  private record Step(Thought thought, Plan plan, ThreadState thread) {}

  private final Leases leases;
  private final Floor floor;
  private final TurnTable inbound;
  private final Planning planning;
  private final Outbox outbox;
  private final Desk desk;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final TransactionTemplate savepoint;

  Applying(
      Leases leases,
      Floor floor,
      TurnTable inbound,
      Planning planning,
      Outbox outbox,
      Desk desk,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.leases = leases;
    this.floor = floor;
    this.inbound = inbound;
    this.planning = planning;
    this.outbox = outbox;
    this.desk = desk;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
    this.savepoint = new TransactionTemplate(transactions);
    this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /// @param tokens of the leases under which the turns were taken
  List<Applied> apply(List<Thought> thoughts, Map<Integer, Long> tokens) {
    var applied = transaction.execute(status -> write(thoughts, tokens));
    return applied == null ? List.of() : applied;
  }

  /// Counts a failed attempt.
  void postpone(Turn turn) {
    transaction.executeWithoutResult(
        status -> inbound.postpone(turn, clock.instant().plus(backOff(turn.attempts()))));
  }

  private List<Applied> write(List<Thought> thoughts, Map<Integer, Long> tokens) {
    var now = clock.instant();
    var threads = floor.lock(thoughts.stream().map(it -> it.turn().lane()).toList());
    var kept = leases.confirm(wanted(thoughts, tokens));
    var doings = inbound.doings(threads.values(), now);
    var steps = new ArrayList<Step>();
    for (var thought : thoughts) {
      var thread = threads.get(thought.turn().lane());
      if (thread != null && kept.contains(thought.turn().shard())) {
        steps.add(step(thought, thread, doings));
      }
    }
    steps.stream()
        .filter(it -> it.plan() instanceof Plan.Again)
        .forEach(it -> postponed(it.thought().turn(), now));
    var endings = steps.stream().filter(it -> !(it.plan() instanceof Plan.Again)).toList();
    var ended = inbound.finish(endings.stream().map(Applying::ending).toList(), now);
    var applied = new ArrayList<Applied>();
    for (var step : endings) {
      if (ended.contains(step.thought().turn().id())) {
        Journal.answering(step.thought().transcript().message().id(), () -> carryOut(step));
        applied.add(new Applied(step.thought().turn(), step.plan().word()));
      }
    }
    return applied;
  }

  private Step step(Thought thought, ThreadState thread, Map<ContactId, Doings> doings) {
    var plan = planning.plan(thought, thread, doings.getOrDefault(thread.contact(), Doings.NONE));
    return new Step(thought, plan, thread);
  }

  private void postponed(Turn turn, Instant now) {
    inbound.postpone(turn, now.plus(backOff(turn.attempts())));
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

  private void carryOut(Step step) {
    if (!(step.plan() instanceof Plan.Speak speak)) {
      return;
    }
    say(step, speak, speak.contents(), Duration.ZERO);
    speak.later().forEach(it -> say(step, speak, it.contents(), it.after()));
    speak.misses().stream()
        .filter(it -> it != step.thread().misses())
        .forEach(it -> floor.misses(step.thread().contact(), it));
    act(step, speak);
    if (speak.handsOver()) {
      outbox.carryOver(step.thread().contact(), step.thought().turn().epoch());
    }
  }

  private void say(Step step, Plan.Speak speak, List<Content> contents, Duration after) {
    if (contents.isEmpty()) {
      return;
    }
    var turn = step.thought().turn();
    outbox.post(
        new Post(
            turn.lane(),
            Author.BOT,
            contents,
            Optional.of(step.thought().transcript().message().address()),
            OptionalLong.of(turn.epoch()),
            speak.grounds(),
            OptionalLong.of(turn.id()),
            after));
  }

  /// An action that fails does not cost the answer, unless it is the hand-over itself.
  private void act(Step step, Plan.Speak speak) {
    if (speak.actions().isEmpty()) {
      return;
    }
    var turn = step.thought().turn();
    var request =
        new CrmRequest(
            "turn-" + turn.id(),
            turn.workspace(),
            turn.lane(),
            Author.BOT,
            speak
                .grounds()
                .map(it -> "row " + it.row())
                .filter(it -> it.length() > 4)
                .orElse(speak.word()),
            speak.actions());
    try {
      savepoint.executeWithoutResult(status -> desk.apply(request));
    } catch (RuntimeException e) {
      if (speak.actions().stream().anyMatch(CrmAction.PauseBot.class::isInstance)) {
        throw e;
      }
      log.atWarn().addKeyValue("turn", turn.id()).setCause(e).log("a row's actions failed");
    }
  }

  private static Map<Integer, Long> wanted(List<Thought> thoughts, Map<Integer, Long> tokens) {
    var wanted = new HashMap<Integer, Long>();
    for (var thought : thoughts) {
      var token = tokens.get(thought.turn().shard());
      if (token != null) {
        wanted.put(thought.turn().shard(), token);
      }
    }
    return wanted;
  }

  private static Duration backOff(int attempts) {
    return Duration.ofMillis(Math.min(60_000, 250L << Math.min(attempts, 10)));
  }
}
