package dev.relevo.bot.outbox;

import dev.relevo.bot.channel.Channel;
import dev.relevo.bot.channel.Channels;
import dev.relevo.crm.contact.Address;
import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// To whom words go, and through which door.
@Component
final class Recipients {

  /// @param channel empty when the settings no longer name it for this workspace
  /// @param language theirs, or the workspace's
  /// @param house the workspace's, for what agents read
  record Recipient(
      Address address,
      Optional<Channel> channel,
      boolean blocked,
      Language language,
      Language house) {}

  private final Contacts contacts;
  private final Workspaces workspaces;
  private final Channels channels;

  Recipients(Contacts contacts, Workspaces workspaces, Channels channels) {
    this.contacts = contacts;
    this.workspaces = workspaces;
    this.channels = channels;
  }

  /// The people, to be asked for their addresses.
  Map<ContactId, Contact> people(Collection<ContactId> ids) {
    return contacts.all(ids);
  }

  /// That address of the contact, or the one that took its place; empty when it is somebody else's.
  Optional<Recipient> at(Contact contact, AddressId id) {
    return contact.addresses().stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .or(() -> contacts.address(id).filter(it -> it.contact().equals(contact.id())))
        .map(it -> at(contact, it));
  }

  Optional<Recipient> find(AddressId id) {
    return contacts
        .address(id)
        .map(address -> people(List.of(address.contact())).get(address.contact()))
        .flatMap(contact -> at(contact, id));
  }

  Language house(WorkspaceId workspace) {
    return workspaces.find(workspace).language();
  }

  private Recipient at(Contact contact, Address address) {
    var house = house(contact.workspace());
    var channel =
        channels.find(address.channel()).filter(it -> it.workspace().equals(contact.workspace()));
    return new Recipient(
        address, channel, contact.blocked(), contact.language().orElse(house), house);
  }
}
