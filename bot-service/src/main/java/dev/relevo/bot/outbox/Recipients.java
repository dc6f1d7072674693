package dev.relevo.bot.outbox;

import dev.relevo.crm.contact.Address;
import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.conversation.Floor;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// To whom words go.
@Component
class Recipients {

  /// @param language theirs, or the workspace's
  /// @param house the workspace's, for what agents read
  record Recipient(Address address, boolean blocked, Language language, Language house) {}

  private final Contacts contacts;
  private final Floor floor;
  private final Workspaces workspaces;

  Recipients(Contacts contacts, Floor floor, Workspaces workspaces) {
    this.contacts = contacts;
    this.floor = floor;
    this.workspaces = workspaces;
  }

  Optional<Recipient> find(AddressId id) {
    return contacts
        .address(id)
        .flatMap(address -> floor.read(address.contact()))
        .flatMap(thread -> find(thread.workspace(), id));
  }

  Optional<Recipient> find(WorkspaceId workspace, AddressId id) {
    var house = workspaces.find(workspace).language();
    return contacts.address(id).flatMap(address -> of(workspace, address, house));
  }

  private Optional<Recipient> of(WorkspaceId workspace, Address address, Language house) {
    return contacts
        .find(workspace, address.contact())
        .map(contact -> new Recipient(address, contact.blocked(), language(contact, house), house));
  }

  private static Language language(Contact contact, Language house) {
    return contact.language().orElse(house);
  }
}
