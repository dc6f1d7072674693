package dev.relevo.bot.channel.webchat;

import dev.relevo.bot.channel.Channel;
import dev.relevo.bot.channel.Delivery;
import dev.relevo.bot.channel.Dispatch;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// A web chat. The thread itself is the mailbox: what was said is delivered by being there, and the
/// visitor's pages are told to look.
record WebChatChannel(ChannelId id, WorkspaceId workspace, Set<String> origins) implements Channel {

  static final String TYPE = "webchat";

  WebChatChannel {
    origins = Set.copyOf(origins);
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Delivery deliver(Dispatch dispatch) {
    return new Delivery.Accepted(externalId(dispatch.message()));
  }

  @Override
  public Pace pace() {
    return Pace.UNBOUNDED;
  }

  @Override
  public Optional<Duration> window() {
    return Optional.empty();
  }

  /// The name by which receipts speak of a message of ours.
  static String externalId(MessageId message) {
    return "m" + message.value();
  }

  /// Which message of ours a name speaks of.
  static Optional<MessageId> message(String externalId) {
    return externalId.matches("m[1-9][0-9]{0,17}")
        ? Optional.of(new MessageId(Long.parseLong(externalId.substring(1))))
        : Optional.empty();
  }
}
