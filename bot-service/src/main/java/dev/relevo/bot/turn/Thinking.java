package dev.relevo.bot.turn;

import dev.relevo.bot.database.Outage;
import dev.relevo.bot.database.Workload;
import dev.relevo.bot.pace.Alarm;
import dev.relevo.bot.pace.Deadline;
import dev.relevo.bot.responder.Decision;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.bot.responder.Responders;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Grounds;
import dev.relevo.crm.conversation.Transcript;
import dev.relevo.crm.desk.CrmAction;
import dev.relevo.crm.workspace.Wording;
import dev.relevo.crm.workspace.Workspaces;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Decides about a turn, within its deadline, and never fails: what goes wrong is an outcome too.
///
/// The deadline is one of thinking, in all of a turn's attempts together: a message that had to
/// wait because the service was down is still answered, not handed over unread. Nor does the time
/// of an attempt count that the database spoilt.
@Component
final class Thinking {

  private static final Logger log = LoggerFactory.getLogger(Thinking.class);

  /// The longest a person's note may keep a customer waiting.
  private static final Duration SUMMING_UP = Duration.ofSeconds(4);

  /// For posting what was decided, out of the turn's time.
  private static final Duration POSTING = Duration.ofMillis(700);

  /// What is interrupted at the deadline may take so long to end, and then tells why it waited.
  private static final Duration LAST_WORDS = Duration.ofMillis(300);

  private final Responders responders;
  private final Summaries summaries;
  private final Workspaces workspaces;

  Thinking(Responders responders, Summaries summaries, Workspaces workspaces) {
    this.responders = responders;
    this.summaries = summaries;
    this.workspaces = workspaces;
  }

  /// To look up how long it may take is not the turn's time.
  Thought think(Turn turn, Transcript transcript) {
    try {
      var limit = workspaces.find(transcript.contact().workspace()).guards().turnDeadline();
      return think(turn, transcript, limit);
    } catch (RuntimeException e) {
      return failed(turn, transcript, e, turn.spent());
    }
  }

  private Thought think(Turn turn, Transcript transcript, Duration limit) {
    var deadline = Deadline.in(limit.minus(turn.spent()));
    try {
      var decision = decide(transcript, deadline);
      var summary = summary(turn, transcript, decision.outcome(), deadline);
      return new Thought(turn, transcript, decision, summary, limit.minus(deadline.left()));
    } catch (TimeoutException e) {
      return failure(turn, transcript, new Outcome.Failure("deadline", false), limit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failure(turn, transcript, new Outcome.Failure("shutdown", true), turn.spent());
    } catch (ExecutionException | RuntimeException e) {
      return failed(turn, transcript, e, limit.minus(deadline.left()));
    }
  }

  private Decision decide(Transcript transcript, Deadline deadline)
      throws TimeoutException, ExecutionException, InterruptedException {
    if (transcript.contact().blocked()) {
      return Decision.of(new Outcome.Silence("contact blocked"));
    }
    var wish =
        Subscription.asked(transcript.message().content(), transcript.contact().subscribed());
    if (wish.isPresent()) {
      return Decision.of(subscribe(transcript, wish.get()));
    }
    if (deadline.left().isZero()) {
      throw new TimeoutException();
    }
    return within(deadline, () -> responders.respond(transcript, deadline));
  }

  /// Where it was the database, the turn begins anew, as often as one is tried.
  private static Thought failed(Turn turn, Transcript transcript, Exception why, Duration spent) {
    log.atWarn().addKeyValue("turn", turn.id()).setCause(why).log("deciding failed");
    return isDatabases(why)
        ? failure(turn, transcript, new Outcome.Failure("database", true), turn.spent())
        : failure(turn, transcript, new Outcome.Failure("responder", true), spent);
  }

  private static Thought failure(
      Turn turn, Transcript transcript, Outcome.Failure failure, Duration spent) {
    return new Thought(turn, transcript, Decision.of(failure), Optional.empty(), spent);
  }

  /// For whoever takes over, where somebody will; nothing rather than late.
  private Optional<String> summary(
      Turn turn, Transcript transcript, Outcome outcome, Deadline turns) {
    if (!handsOver(transcript, outcome)) {
      return Optional.empty();
    }
    try {
      var deadline = Deadline.in(turns.left().minus(POSTING)).within(SUMMING_UP);
      return within(deadline, () -> summaries.sumUp(transcript, deadline));
    } catch (TimeoutException | ExecutionException | RuntimeException e) {
      log.atInfo().addKeyValue("turn", turn.id()).setCause(e).log("handed over without a summary");
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static boolean handsOver(Transcript transcript, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Handoff _ -> true;
      case Outcome.Fallback _ -> transcript.thread().misses() > 0;
      case Outcome.Reply _, Outcome.Offer _, Outcome.Silence _, Outcome.Failure _ -> false;
    };
  }

  /// @throws TimeoutException when it ends late, unless it was the database that it waited for
  private static <T> T within(Deadline deadline, Callable<T> work)
      throws TimeoutException, ExecutionException, InterruptedException {
    var task = new FutureTask<T>(() -> Workload.TURNS.call(work::call));
    var thread = Thread.ofVirtual().name("thought").start(task);
    var late = new AtomicBoolean();
    try (var _ = Alarm.in(deadline.left(), () -> interrupt(thread, task, late))) {
      var answer = task.get();
      if (late.get()) {
        throw new TimeoutException();
      }
      return answer;
    } catch (CancellationException e) {
      throw new TimeoutException();
    } catch (ExecutionException e) {
      if (late.get() && !isDatabases(e)) {
        throw new TimeoutException();
      }
      throw e;
    }
  }

  private static void interrupt(Thread thread, FutureTask<?> task, AtomicBoolean late) {
    if (!task.isDone()) {
      late.set(true);
      thread.interrupt();
      Alarm.in(LAST_WORDS, () -> task.cancel(true));
    }
  }

  /// Whether the database is to blame, or was waited for when the time was over: a statement that
  /// is interrupted ends as if the line had been cut, the wait for a free connection with its own
  /// fault.
  private static boolean isDatabases(Throwable fault) {
    for (var cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException && cause.getCause() instanceof InterruptedException) {
        return true;
      }
    }
    return Outage.isBehind(fault);
  }

  private Outcome subscribe(Transcript transcript, boolean wish) {
    var wording = wish ? Wording.SUBSCRIBED : Wording.UNSUBSCRIBED;
    var text = workspaces.text(transcript.contact().workspace(), wording, transcript.language());
    var reason = wish ? "asked to be written to" : "asked not to be written to";
    return new Outcome.Reply(
        List.of(new Content.Text(text)),
        new Grounds("reply", "", 0, 0, 0, List.of(), List.of(reason)),
        List.of(new CrmAction.Subscribe(wish)));
  }
}
