package dev.relevo.bot.outbox;

import dev.relevo.bot.channel.Delivery;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.Floor;
import dev.relevo.crm.conversation.MessageState;
import dev.relevo.crm.conversation.Progress;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes down what providers answered, many in one transaction.
@Component
class Settling {

  /// An attempt and its end.
  record Answered(Claims.Claimed claimed, Delivery delivery) {}

  private static final Duration HOLD = Duration.ofSeconds(1);

  private final Floor floor;
  private final Conversations conversations;
  private final Workspaces workspaces;
  private final SettlementTable settlements;
  private final PauseTable pauses;
  private final Pacer pacer;
  private final OutboxSettings settings;
  private final RetrySchedule retry;
  private final Clock clock;
  private final RandomGenerator random = RandomGenerator.getDefault();
  private final TransactionTemplate transaction;

  Settling(
      Floor floor,
      Conversations conversations,
      Workspaces workspaces,
      SettlementTable settlements,
      PauseTable pauses,
      Pacer pacer,
      OutboxSettings settings,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.floor = floor;
    this.conversations = conversations;
    this.workspaces = workspaces;
    this.settlements = settlements;
    this.pauses = pauses;
    this.pacer = pacer;
    this.settings = settings;
    this.retry = RetrySchedule.of(settings);
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  void settle(List<Answered> answers) {
    transaction.executeWithoutResult(status -> write(answers));
  }

  private void write(List<Answered> answers) {
    var now = clock.instant();
    floor.lock(answers.stream().map(it -> it.claimed().parcel().contact()).distinct().toList());
    var settled = answers.stream().map(it -> settlement(it, now)).toList();
    var written = settlements.settle(settled, now);
    var progress = new ArrayList<Progress>();
    for (int i = 0; i < answers.size(); i++) {
      if (written.contains(settled.get(i).parcel())) {
        progress(answers.get(i), settled.get(i), now).ifPresent(progress::add);
      }
    }
    if (!progress.isEmpty()) {
      conversations.progress(progress);
    }
  }

  private SettlementTable.Settlement settlement(Answered answer, Instant now) {
    return switch (answer.delivery()) {
      case Delivery.Accepted(var id) ->
          of(answer, Parcel.State.SENT, Optional.of(id), Optional.empty(), Optional.empty(), false);
      case Delivery.Refused(_, var why) -> dead(answer, why);
      case Delivery.RetryLater later -> again(answer, later, now);
      case Delivery.ChannelPaused(var code, var why) -> {
        pauses.pause(
            answer.claimed().parcel().workspace(),
            answer.claimed().parcel().channel(),
            code.isBlank() ? why : why + " (" + code + ")",
            now);
        pacer.hold(answer.claimed().parcel().channel(), now.plus(HOLD));
        yield of(
            answer,
            Parcel.State.QUEUED,
            Optional.empty(),
            Optional.of(why),
            Optional.of(now),
            true);
      }
      case Delivery.Unknown(var why) -> unconfirmed(answer, why, now);
    };
  }

  private SettlementTable.Settlement again(
      Answered answer, Delivery.RetryLater later, Instant now) {
    var attempt = answer.claimed().attempt();
    if (!retry.mayTryAgain(attempt)) {
      return dead(answer, gaveUp(answer) + later.why());
    }
    var due = now.plus(later.after().orElseGet(() -> retry.after(attempt, random)));
    switch (later.scope()) {
      case PARCEL -> {}
      case CUSTOMER -> pacer.hold(answer.claimed().parcel().contact(), due);
      case CHANNEL -> pacer.hold(answer.claimed().parcel().channel(), due);
    }
    return of(
        answer,
        Parcel.State.QUEUED,
        Optional.empty(),
        Optional.of(later.why()),
        Optional.of(due),
        false);
  }

  private SettlementTable.Settlement unconfirmed(Answered answer, String why, Instant now) {
    var attempt = answer.claimed().attempt();
    if (!retry.mayTryAgain(attempt)) {
      return dead(answer, gaveUp(answer) + why);
    }
    var due = now.plus(retry.confirmation(settings.unconfirmed(), attempt));
    return of(
        answer, Parcel.State.UNKNOWN, Optional.empty(), Optional.of(why), Optional.of(due), false);
  }

  private String gaveUp(Answered answer) {
    var workspace = workspaces.find(answer.claimed().parcel().workspace());
    return Refusal.GAVE_UP.in(workspace.language());
  }

  private static SettlementTable.Settlement dead(Answered answer, String why) {
    return of(
        answer, Parcel.State.DEAD, Optional.empty(), Optional.of(why), Optional.empty(), false);
  }

  private static SettlementTable.Settlement of(
      Answered answer,
      Parcel.State state,
      Optional<String> externalId,
      Optional<String> reason,
      Optional<Instant> due,
      boolean refunded) {
    return new SettlementTable.Settlement(
        answer.claimed().parcel().id(),
        answer.claimed().attempt(),
        state,
        externalId,
        reason,
        due,
        refunded);
  }

  private static Optional<Progress> progress(
      Answered answer, SettlementTable.Settlement settlement, Instant now) {
    var message = answer.claimed().parcel().message();
    return switch (settlement.state()) {
      case SENT ->
          Optional.of(
              new Progress(
                  message, MessageState.SENT, Optional.empty(), settlement.externalId(), now));
      case DEAD ->
          Optional.of(
              new Progress(
                  message, MessageState.FAILED, settlement.reason(), Optional.empty(), now));
      case QUEUED, SENDING, UNKNOWN, WITHDRAWN -> Optional.empty();
    };
  }
}
