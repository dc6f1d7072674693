package dev.relevo.bot.spend;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.ContactRecords;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What was asked of models about contacts. Erasing takes every text and every tie to the contact;
/// what the calls cost stays, and belongs to nobody.
@Component
final class CallRecords implements ContactRecords {

  private final CallRecordTable table;

  CallRecords(CallRecordTable table) {
    this.table = table;
  }

  @Override
  public void move(ContactId from, ContactId to) {
    table.move(from, to);
  }

  @Override
  public Map<String, Object> export(ContactId contact) {
    return Map.of("modelCalls", table.export(contact));
  }

  @Override
  public void erase(ContactId contact) {
    table.erase(contact);
  }
}
