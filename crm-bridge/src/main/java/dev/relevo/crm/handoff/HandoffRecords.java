package dev.relevo.crm.handoff;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.ContactRecords;
import dev.relevo.crm.conversation.Floor;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The handoffs of a contact.
@Component
class HandoffRecords implements ContactRecords {
  private final HandoffTable handoffs;
  private final Floor floor;

  HandoffRecords(HandoffTable handoffs, Floor floor) {
    this.handoffs = handoffs;
    this.floor = floor;
  }

  @Override
  public int level() {
    return 4;
  }

  @Override
  public void move(ContactId from, ContactId to) {
    handoffs.move(floor.read(from).orElseThrow(), floor.read(to).orElseThrow());
  }

  @Override
  public Map<String, Object> export(ContactId contact) {
    return Map.of("handoffs", handoffs.of(contact));
  }

  @Override
  public void erase(ContactId contact) {
    handoffs.erase(contact);
  }
}
