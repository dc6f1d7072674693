package dev.relevo.bot.channel.webchat;

import dev.relevo.bot.channel.Arrival;
import dev.relevo.bot.channel.Arrival.Receipt.Kind;
import dev.relevo.bot.channel.Intake;
import dev.relevo.crm.contact.Address;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.MessageState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What a page has shown, told to Intake as any provider tells it, so that agents see their ticks.
@Component
final class Ticks {

  private final VisitorThreads threads;
  private final Conversations conversations;
  private final Intake intake;
  private final Clock clock;

  Ticks(VisitorThreads threads, Conversations conversations, Intake intake, Clock clock) {
    this.threads = threads;
    this.conversations = conversations;
    this.intake = intake;
    this.clock = clock;
  }

  /// Everything of ours up to `delivered` reached the page, up to `read` was before the visitor's
  /// eyes. Only what is new becomes a receipt.
  void take(Visiting visiting, long delivered, long read) {
    var highest = Math.max(delivered, read);
    if (highest <= 0 || highest == Long.MAX_VALUE) {
      return;
    }
    threads
        .address(visiting.channel(), visiting.visitor())
        .map(it -> receipts(it, highest, read))
        .filter(it -> !it.isEmpty())
        .ifPresent(it -> intake.accept(visiting.channel(), it));
  }

  private List<Arrival> receipts(Address address, long highest, long read) {
    var receipts = new ArrayList<Arrival>();
    conversations.messages(address.contact(), highest + 1, VisitorThreads.PAGE).stream()
        .filter(it -> !it.inbound() && it.address().equals(address.id()))
        .forEach(it -> kind(it, read).ifPresent(kind -> receipts.add(receipt(it, kind))));
    return receipts;
  }

  private static Optional<Kind> kind(Message message, long read) {
    var state = message.state();
    if (message.sequence() <= read
        && (state == MessageState.SENT || state == MessageState.DELIVERED)) {
      return Optional.of(Kind.READ);
    }
    return state == MessageState.SENT ? Optional.of(Kind.DELIVERED) : Optional.empty();
  }

  private Arrival receipt(Message message, Kind kind) {
    return new Arrival.Receipt(
        WebChatChannel.externalId(message.id()),
        kind,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(clock.instant()),
        "{}");
  }
}
