package dev.relevo.bot.outbox;

import dev.relevo.bot.channel.Channel;
import dev.relevo.bot.channel.Channels;
import dev.relevo.crm.conversation.Content;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Whether something may be sent to somebody now: is the channel there, may we write to them, is
/// the provider's window open.
@Component
class Clearance {

  private final Channels channels;
  private final Clock clock;

  Clearance(Channels channels, Clock clock) {
    this.channels = channels;
    this.clock = clock;
  }

  Optional<Refusal> refusal(Recipients.Recipient to, Content content) {
    if (to.blocked()) {
      return Optional.of(Refusal.BLOCKED);
    }
    return channels
        .find(to.address().channel())
        .map(channel -> window(channel, to, content))
        .orElse(Optional.of(Refusal.CHANNEL_GONE));
  }

  private Optional<Refusal> window(Channel channel, Recipients.Recipient to, Content content) {
    var closed =
        !(content instanceof Content.Template)
            && channel.window().map(window -> !isOpen(to, window)).orElse(false);
    return closed ? Optional.of(Refusal.WINDOW_CLOSED) : Optional.empty();
  }

  private boolean isOpen(Recipients.Recipient to, Duration window) {
    return to.address()
        .lastInboundAt()
        .map(at -> at.plus(window).isAfter(clock.instant()))
        .orElse(false);
  }
}
