package dev.relevo.bot.outbox;

import dev.relevo.bot.channel.Channel;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.contact.ContactId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/// Keeps to a channel's pace, and remembers what a provider asked to wait for. In memory: after a
/// restart everything starts with full measures.
///
/// So does it when the clock was put back: else nothing would be sent until it is where it was.
///
/// Each measure is one instant, the time at which it would be full again: it is moved on by every
/// message, and while it lies too far ahead nothing may go.
///
/// Replicas divide a channel's pace as they divide the lanes: whoever has a third of them sends at
/// a third of it. A customer's pace is kept by the one replica that has their lane.
final class Pacer {

  private static final int MANY = 50_000;

  /// Callers are not in the order of their times, but nearly.
  private static final Duration DISORDER = Duration.ofSeconds(1);

  private record Customer(ChannelId channel, ContactId contact) {}

  private final DoubleSupplier share;
  private final Map<ChannelId, Instant> channels = new HashMap<>();
  private final Map<Customer, Instant> customers = new HashMap<>();
  private final Map<ChannelId, Instant> heldChannels = new HashMap<>();
  private final Map<ContactId, Instant> heldLanes = new HashMap<>();
  private Instant latest = Instant.MIN;

  /// @param share the part of all lanes that is this replica's, above 0 and up to 1
  Pacer(DoubleSupplier share) {
    this.share = share;
  }

  /// Takes one message's measure; false when it must wait, and then channel or lane are held.
  synchronized boolean admit(Channel channel, ContactId contact, Instant now) {
    notice(now);
    if (holds(heldChannels.get(channel.id()), now) || holds(heldLanes.get(contact), now)) {
      return false;
    }
    var pace = channel.pace();
    var perSecond = pace.perSecond() * share.getAsDouble();
    var step = Duration.ofNanos((long) (1_000_000_000 / perSecond));
    var full = later(channels.get(channel.id()), now);
    var slack = step.multipliedBy(Math.max(1, Math.min(100_000, (long) (perSecond / 10))));
    if (full.isAfter(now.plus(slack).minus(step))) {
      heldChannels.put(channel.id(), full.minus(slack).plus(step));
      return false;
    }
    if (!admitCustomer(new Customer(channel.id(), contact), pace, now)) {
      return false;
    }
    channels.put(channel.id(), full.plus(step));
    return true;
  }

  private boolean admitCustomer(Customer customer, Channel.Pace pace, Instant now) {
    if (pace.perCustomer().isZero()) {
      return true;
    }
    var full = later(customers.get(customer), now);
    var slack = pace.perCustomer().multipliedBy(Math.max(1, pace.burst()));
    if (full.isAfter(now.plus(slack).minus(pace.perCustomer()))) {
      heldLanes.put(customer.contact(), full.minus(slack).plus(pace.perCustomer()));
      return false;
    }
    if (customers.size() > MANY) {
      customers.values().removeIf(it -> !it.isAfter(now));
    }
    customers.put(customer, full.plus(pace.perCustomer()));
    return true;
  }

  synchronized void hold(ChannelId channel, Instant until) {
    heldChannels.merge(channel, until, Pacer::latest);
  }

  synchronized void hold(ContactId lane, Instant until) {
    heldLanes.merge(lane, until, Pacer::latest);
  }

  /// Channels that must not send now.
  synchronized Set<ChannelId> heldChannels(Instant now) {
    notice(now);
    heldChannels.values().removeIf(it -> !it.isAfter(now));
    return new HashSet<>(heldChannels.keySet());
  }

  /// Lanes that must not send now.
  synchronized Set<ContactId> heldLanes(Instant now) {
    notice(now);
    heldLanes.values().removeIf(it -> !it.isAfter(now));
    return new HashSet<>(heldLanes.keySet());
  }

  private void notice(Instant now) {
    if (now.plus(DISORDER).isBefore(latest)) {
      channels.clear();
      customers.clear();
      heldChannels.clear();
      heldLanes.clear();
      latest = now;
    }
    latest = latest(latest, now);
  }

  private static boolean holds(@Nullable Instant until, Instant now) {
    return until != null && until.isAfter(now);
  }

  private static Instant later(@Nullable Instant full, Instant now) {
    return full == null || full.isBefore(now) ? now : full;
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
