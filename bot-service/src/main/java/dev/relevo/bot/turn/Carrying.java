package dev.relevo.bot.turn;

import dev.relevo.bot.outbox.Outbox;
import dev.relevo.bot.outbox.Post;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Floor;
import dev.relevo.crm.conversation.ThreadState;
import dev.relevo.crm.desk.CrmAction;
import dev.relevo.crm.desk.CrmRequest;
import dev.relevo.crm.desk.Desk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Carries out what turns want to say and do: the words first, then the actions. In the caller's
/// transaction, under the threads' locks.
@Component
final class Carrying {

  private static final Logger log = LoggerFactory.getLogger(Carrying.class);

  private final Outbox outbox;
  private final Desk desk;
  private final Floor floor;
  private final TransactionTemplate savepoint;

  Carrying(Outbox outbox, Desk desk, Floor floor, PlatformTransactionManager transactions) {
    this.outbox = outbox;
    this.desk = desk;
    this.floor = floor;
    this.savepoint = new TransactionTemplate(transactions);
    this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /// What is to be done for a turn.
  ///
  /// @param thread as it was when the plan was made
  record Load(Thought thought, Plan.Speak plan, ThreadState thread) {}

  /// The words of all, then what each asks for.
  void out(List<Load> loads) {
    outbox.post(loads.stream().flatMap(it -> words(it).stream()).toList());
    loads.forEach(this::act);
  }

  private static List<Post> words(Load load) {
    var words = new ArrayList<Post>();
    words.add(post(load, load.plan().contents(), Duration.ZERO));
    load.plan().later().forEach(it -> words.add(post(load, it.contents(), it.after())));
    words.removeIf(it -> it.contents().isEmpty());
    return words;
  }

  private static Post post(Load load, List<Content> contents, Duration after) {
    var turn = load.thought().turn();
    return new Post(
        turn.lane(),
        Author.BOT,
        contents,
        Optional.of(load.thought().transcript().message().address()),
        OptionalLong.of(turn.epoch()),
        load.plan().grounds(),
        OptionalLong.of(turn.id()),
        after);
  }

  private void act(Load load) {
    var contact = load.thread().contact();
    load.plan().misses().stream()
        .filter(it -> it != load.thread().misses())
        .forEach(it -> floor.misses(contact, it));
    act(load.thought().turn(), load.plan());
    if (load.plan().handsOver()) {
      outbox.carryOver(contact, load.thought().turn().epoch());
    }
  }

  /// An action that fails does not cost the answer, unless it is the hand-over itself.
  private void act(Turn turn, Plan.Speak plan) {
    if (plan.actions().isEmpty()) {
      return;
    }
    try {
      savepoint.executeWithoutResult(status -> desk.apply(request(turn, plan)));
    } catch (RuntimeException e) {
      if (plan.actions().stream().anyMatch(CrmAction.PauseBot.class::isInstance)) {
        throw e;
      }
      log.atWarn().addKeyValue("turn", turn.id()).setCause(e).log("a row's actions failed");
    }
  }

  private static CrmRequest request(Turn turn, Plan.Speak plan) {
    var why =
        plan.grounds()
            .map(it -> it.row())
            .filter(row -> !row.isEmpty())
            .map(row -> "row " + row)
            .orElse(plan.word());
    return new CrmRequest(
        "turn-" + turn.id(), turn.workspace(), turn.lane(), Author.BOT, why, plan.actions());
  }
}
