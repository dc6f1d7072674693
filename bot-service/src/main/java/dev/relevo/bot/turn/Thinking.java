package dev.relevo.bot.turn;

import dev.relevo.bot.database.Workload;
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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Decides about a turn, within its deadline, and never fails: what goes wrong is an outcome too.
///
/// The deadline counts from when the turn was first taken up here: a message that had to wait
/// because the service was down is still answered, not handed over unread.
@Component
final class Thinking {

  private static final Logger log = LoggerFactory.getLogger(Thinking.class);

  private final Responders responders;
  private final Workspaces workspaces;
  private final Map<Long, Long> begun = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Thinking(Responders responders, Workspaces workspaces) {
    this.responders = responders;
    this.workspaces = workspaces;
  }

  Thought think(Turn turn, Transcript transcript) {
    return new Thought(turn, transcript, decide(turn, transcript));
  }

  /// The turn ended.
  void forget(Turn turn) {
    begun.remove(turn.id());
  }

  private Decision decide(Turn turn, Transcript transcript) {
    try {
      if (transcript.contact().blocked()) {
        return Decision.of(new Outcome.Silence("contact blocked"));
      }
      var wish =
          Subscription.asked(transcript.message().content(), transcript.contact().subscribed());
      return wish.isPresent()
          ? Decision.of(subscribe(transcript, wish.get()))
          : inTime(transcript, remaining(turn, transcript));
    } catch (RuntimeException e) {
      log.atWarn().addKeyValue("turn", turn.id()).setCause(e).log("deciding failed");
      return failure(e.getClass().getSimpleName(), true);
    }
  }

  private Duration remaining(Turn turn, Transcript transcript) {
    var start = begun.computeIfAbsent(turn.id(), _ -> System.nanoTime());
    var deadline = workspaces.find(transcript.contact().workspace()).guards().turnDeadline();
    return deadline.minusNanos(System.nanoTime() - start);
  }

  private Decision inTime(Transcript transcript, Duration time) {
    var deadline = Deadline.in(time);
    var task =
        threads.submit(() -> Workload.TURNS.call(() -> responders.respond(transcript, deadline)));
    try {
      return task.get(Math.max(0, time.toNanos()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      return failure("deadline", false);
    } catch (ExecutionException e) {
      log.atWarn().setCause(e.getCause()).log("a responder failed");
      return failure("responder", true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failure("shutdown", true);
    }
  }

  private static Decision failure(String what, boolean worthRetrying) {
    return Decision.of(new Outcome.Failure(what, worthRetrying));
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
