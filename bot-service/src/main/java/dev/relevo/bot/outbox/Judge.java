package dev.relevo.bot.outbox;

import dev.relevo.bot.channel.Channel;
import dev.relevo.bot.channel.Dispatch;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.ThreadState;
import dev.relevo.crm.workspace.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// What may be said, and what may leave. Decides and does nothing.
final class Judge {

  private Judge() {}

  /// What is to become of a lane's head.
  sealed interface Verdict {

    /// It may leave now, if the pace allows it.
    record Go(Claims.Claimed claimed) implements Verdict {}

    /// It must never leave.
    ///
    /// @param house the workspace's language, for the reason that agents read
    record Dead(Refusal refusal, Language house) implements Verdict {}
  }

  static Verdict judge(Heads.Head head, Instant now) {
    var recipient = head.recipient().orElse(null);
    if (recipient == null) {
      return new Verdict.Dead(Refusal.ADDRESS_GONE, head.house());
    }
    if (!holds(head.parcel().epoch(), head.thread())) {
      return new Verdict.Dead(Refusal.UNCONFIRMED, head.house());
    }
    var refusal = refusal(recipient, head.message().content(), now);
    if (refusal.isPresent()) {
      return new Verdict.Dead(refusal.get(), head.house());
    }
    return go(head, recipient, recipient.channel().orElseThrow());
  }

  /// Whether words spoken under that epoch may still leave. Every change of the floor raises the
  /// epoch, so that words spoken before it are known by theirs; words without one always may.
  static boolean holds(OptionalLong epoch, ThreadState thread) {
    return epoch.isEmpty() || epoch.getAsLong() == thread.epoch();
  }

  /// Why it may not be sent to them now; empty when it may. Then the channel is there, we may write
  /// to them, and the provider's window is open.
  static Optional<Refusal> refusal(Recipients.Recipient to, Content content, Instant now) {
    if (to.blocked()) {
      return Optional.of(Refusal.BLOCKED);
    }
    if (to.channel().isEmpty()) {
      return Optional.of(Refusal.CHANNEL_GONE);
    }
    var window = to.channel().get().window();
    var closed =
        !(content instanceof Content.Template)
            && window.map(it -> !isOpen(to, it, now)).orElse(false);
    return closed ? Optional.of(Refusal.WINDOW_CLOSED) : Optional.empty();
  }

  private static Verdict go(Heads.Head head, Recipients.Recipient to, Channel channel) {
    var dispatch =
        new Dispatch(
            head.message().id(),
            to.address(),
            head.message().content(),
            head.parcel().reference(),
            head.message().quotes(),
            to.language());
    return new Verdict.Go(new Claims.Claimed(head.parcel(), channel, dispatch, to.house()));
  }

  private static boolean isOpen(Recipients.Recipient to, Duration window, Instant now) {
    return to.address().lastInboundAt().map(at -> at.plus(window).isAfter(now)).orElse(false);
  }
}
