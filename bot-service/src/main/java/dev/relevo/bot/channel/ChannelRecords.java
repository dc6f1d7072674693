package dev.relevo.bot.channel;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.ContactRecords;
import dev.relevo.crm.conversation.Floor;
import dev.relevo.crm.conversation.ThreadState;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What this room keeps about contacts. First in line: receipts belong to whom their parcel was
/// for, so they must go before the parcels do.
@Component
final class ChannelRecords implements ContactRecords {

  private final InboundTable inbound;
  private final ReceiptLedger receipts;
  private final MediaTable media;
  private final Floor floor;

  ChannelRecords(InboundTable inbound, ReceiptLedger receipts, MediaTable media, Floor floor) {
    this.inbound = inbound;
    this.receipts = receipts;
    this.media = media;
    this.floor = floor;
  }

  /// Before the outbox: receipts belong to whom their parcel was for.
  @Override
  public int level() {
    return 10;
  }

  @Override
  public void move(ContactId from, ContactId to) {
    inbound.move(from, to, epochOfBot(from), epochOfBot(to));
    media.move(from, to);
  }

  @Override
  public Map<String, Object> export(ContactId contact) {
    return Map.of(
        "inbound", inbound.export(contact),
        "receipts", receipts.export(contact),
        "media", media.export(contact));
  }

  @Override
  public void erase(ContactId contact) {
    receipts.erase(contact);
    media.erase(contact);
    inbound.erase(contact);
  }

  private Optional<Long> epochOfBot(ContactId contact) {
    return floor.read(contact).filter(ThreadState::botHasFloor).map(ThreadState::epoch);
  }
}
