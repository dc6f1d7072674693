package dev.relevo.bot.outbox;

import dev.relevo.bot.channel.Delivery;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.contact.ContactId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What follows from a provider's answer: for the parcel, and for what else would be sent. Decides
/// and does nothing.
final class Aftermath {

  /// An attempt and how it ended.
  record Answered(Claims.Claimed claimed, Delivery delivery) {}

  /// @param settlement of the parcel
  /// @param hold of others
  record Decision(SettlementTable.Settlement settlement, Hold hold) {}

  /// What must wait.
  sealed interface Hold {

    record Nothing() implements Hold {}

    record Lane(ContactId lane, Instant until) implements Hold {}

    record Channel(ChannelId channel, Instant until) implements Hold {}

    /// Until a person mends it.
    record Pause(Parcel parcel, String reason) implements Hold {}
  }

  private final RetrySchedule retry;
  private final Duration unconfirmed;
  private final RandomGenerator random;

  Aftermath(OutboxSettings settings, RandomGenerator random) {
    this.retry = RetrySchedule.of(settings);
    this.unconfirmed = settings.unconfirmed();
    this.random = random;
  }

  Decision of(Answered answer, Instant now) {
    var parcel = answer.claimed().parcel();
    return switch (answer.delivery()) {
      case Delivery.Accepted(var id) -> alone(sent(parcel, id));
      case Delivery.Refused(_, var why) -> alone(dead(parcel, why));
      case Delivery.RetryLater later -> again(answer, later, now);
      case Delivery.ChannelPaused(var code, var why) ->
          new Decision(
              open(parcel, Parcel.State.QUEUED, why, now, true),
              new Hold.Pause(parcel, code.isBlank() ? why : why + " (" + code + ")"));
      case Delivery.Unknown(var why) -> unconfirmed(answer, why, now);
    };
  }

  private Decision again(Answered answer, Delivery.RetryLater later, Instant now) {
    var parcel = answer.claimed().parcel();
    var attempt = answer.claimed().attempt();
    if (!retry.mayTryAgain(attempt)) {
      return alone(dead(parcel, gaveUp(answer) + later.why()));
    }
    var due = now.plus(later.after().orElseGet(() -> retry.after(attempt, random)));
    var hold =
        switch (later.scope()) {
          case PARCEL -> new Hold.Nothing();
          case CUSTOMER -> new Hold.Lane(parcel.contact(), due);
          case CHANNEL -> new Hold.Channel(parcel.channel(), due);
        };
    return new Decision(open(parcel, Parcel.State.QUEUED, later.why(), due, false), hold);
  }

  private Decision unconfirmed(Answered answer, String why, Instant now) {
    var parcel = answer.claimed().parcel();
    var attempt = answer.claimed().attempt();
    if (!retry.mayTryAgain(attempt)) {
      return alone(dead(parcel, gaveUp(answer) + why));
    }
    var due = now.plus(retry.confirmation(unconfirmed, attempt));
    return alone(open(parcel, Parcel.State.UNKNOWN, why, due, false));
  }

  private static String gaveUp(Answered answer) {
    return Refusal.GAVE_UP.in(answer.claimed().house());
  }

  private static Decision alone(SettlementTable.Settlement settlement) {
    return new Decision(settlement, new Hold.Nothing());
  }

  private static SettlementTable.Settlement sent(Parcel parcel, String externalId) {
    return new SettlementTable.Settlement(
        parcel,
        Parcel.State.SENT,
        Optional.of(externalId),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private static SettlementTable.Settlement dead(Parcel parcel, String why) {
    return new SettlementTable.Settlement(
        parcel, Parcel.State.DEAD, Optional.empty(), Optional.of(why), Optional.empty(), false);
  }

  private static SettlementTable.Settlement open(
      Parcel parcel, Parcel.State state, String why, Instant due, boolean refunded) {
    return new SettlementTable.Settlement(
        parcel, state, Optional.empty(), Optional.of(why), Optional.of(due), refunded);
  }
}
