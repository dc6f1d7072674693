package dev.relevo.crm.desk;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.ContactRecords;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The requests on a contact; nothing in them is about the person.
@Component
class RequestRecords implements ContactRecords {
  private final RequestTable requests;

  RequestRecords(RequestTable requests) {
    this.requests = requests;
  }

  @Override
  public int level() {
    return 5;
  }

  @Override
  public void move(ContactId from, ContactId to) {
    requests.move(from, to);
  }

  @Override
  public Map<String, Object> export(ContactId contact) {
    return Map.of();
  }

  @Override
  public void erase(ContactId contact) {
    requests.erase(contact);
  }
}
