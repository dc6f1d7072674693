package dev.relevo.crm.file;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.ContactRecords;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The files of a contact.
@Component
class FileRecords implements ContactRecords {
  private final FileTable files;

  FileRecords(FileTable files) {
    this.files = files;
  }

  @Override
  public int level() {
    return 2;
  }

  @Override
  public void move(ContactId from, ContactId to) {
    files.move(from, to);
  }

  @Override
  public Map<String, Object> export(ContactId contact) {
    return Map.of("files", files.of(contact));
  }

  @Override
  public void erase(ContactId contact) {
    files.erase(contact);
  }
}
