package dev.relevo.bot.outbox;

import dev.relevo.crm.conversation.Floor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes down what providers answered, many in one transaction.
@Component
final class Settling {

  /// Until the pause is seen by every replica's [PauseWatch].
  private static final Duration HOLD = Duration.ofSeconds(2);

  private final Aftermath aftermath;
  private final Floor floor;
  private final Endings endings;
  private final PauseTable pauses;
  private final Pacer pacer;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Settling(
      Aftermath aftermath,
      Floor floor,
      Endings endings,
      PauseTable pauses,
      Pacer pacer,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.aftermath = aftermath;
    this.floor = floor;
    this.endings = endings;
    this.pauses = pauses;
    this.pacer = pacer;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  void settle(List<Aftermath.Answered> answers) {
    transaction.executeWithoutResult(status -> write(answers));
  }

  private void write(List<Aftermath.Answered> answers) {
    var now = clock.instant();
    floor.lock(answers.stream().map(it -> it.claimed().parcel().contact()).distinct().toList());
    var decisions = answers.stream().map(it -> aftermath.of(it, now)).toList();
    endings.settle(decisions.stream().map(Aftermath.Decision::settlement).toList());
    decisions.forEach(it -> hold(it.hold(), now));
  }

  private void hold(Aftermath.Hold hold, Instant now) {
    switch (hold) {
      case Aftermath.Hold.Nothing _ -> {}
      case Aftermath.Hold.Lane(var lane, var until) -> pacer.hold(lane, until);
      case Aftermath.Hold.Channel(var channel, var until) -> pacer.hold(channel, until);
      case Aftermath.Hold.Pause(var parcel, var reason) -> {
        pauses.pause(parcel.workspace(), parcel.channel(), reason, now);
        pacer.hold(parcel.channel(), now.plus(HOLD));
      }
    }
  }
}
