package dev.relevo.bot.outbox;

import dev.relevo.crm.contact.Address;
import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Workspaces;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// To whom words go.
@Component
class Recipients {

  /// @param language theirs, or the workspace's
  /// @param house the workspace's, for what agents read
  record Recipient(Address address, boolean blocked, Language language, Language house) {}

  private final Contacts contacts;
  private final Workspaces workspaces;

  Recipients(Contacts contacts, Workspaces workspaces) {
    this.contacts = contacts;
    this.workspaces = workspaces;
  }

  /// The people, to be asked for their addresses.
  Map<ContactId, Contact> people(Collection<ContactId> ids) {
    return contacts.all(ids);
  }

  /// That address of the contact, or the one that took its place; empty when it is somebody else's.
  Optional<Recipient> at(Contact contact, AddressId id) {
    var house = workspaces.find(contact.workspace()).language();
    return contact.addresses().stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .or(() -> contacts.address(id).filter(it -> it.contact().equals(contact.id())))
        .map(address ->
            new Recipient(address, contact.blocked(), contact.language().orElse(house), house));
  }

  Optional<Recipient> find(AddressId id) {
    return contacts
        .address(id)
        .map(address -> people(List.of(address.contact())).get(address.contact()))
        .flatMap(contact -> at(contact, id));
  }
}
