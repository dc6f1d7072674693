package dev.relevo.bot.outbox;

import dev.relevo.bot.lane.Leases;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.ContactRecords;
import dev.relevo.crm.conversation.Floor;
import dev.relevo.crm.conversation.ThreadState;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What the outbox keeps about contacts.
@Component
final class ParcelRecords implements ContactRecords {

  private static final long NONE = -1;

  private final SettlementTable settlements;
  private final Floor floor;

  ParcelRecords(SettlementTable settlements, Floor floor) {
    this.settlements = settlements;
    this.floor = floor;
  }

  /// What the bot said to either may still leave if it had both floors, and has the one that
  /// remains when the time comes.
  @Override
  public void move(ContactId from, ContactId to) {
    settlements.move(from, to, Leases.shard(to), epoch(from), epoch(to));
  }

  /// Under which the bot may speak; none where a person has the floor.
  private long epoch(ContactId contact) {
    return floor
        .read(contact)
        .filter(ThreadState::botHasFloor)
        .map(ThreadState::epoch)
        .orElse(NONE);
  }

  @Override
  public Map<String, Object> export(ContactId contact) {
    return Map.of("parcels", settlements.export(contact));
  }

  @Override
  public void erase(ContactId contact) {
    settlements.erase(contact);
  }
}
