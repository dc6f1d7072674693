package dev.relevo.bot.outbox;

import dev.relevo.bot.channel.Channel;
import dev.relevo.bot.channel.Channels;
import dev.relevo.crm.contact.Address;
import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.contact.Reachable;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import java.util.Collection;
import java.util.HashMap;
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
      Language house) {

    boolean is(ContactId contact) {
      return address.contact().equals(contact);
    }
  }

  private final Contacts contacts;
  private final Workspaces workspaces;
  private final Channels channels;

  Recipients(Contacts contacts, Workspaces workspaces, Channels channels) {
    this.contacts = contacts;
    this.workspaces = workspaces;
    this.channels = channels;
  }

  /// Who is at these addresses, or at those that took their place.
  Map<AddressId, Recipient> at(Collection<AddressId> ids) {
    var found = new HashMap<AddressId, Recipient>();
    contacts.reachable(ids).forEach((id, it) -> found.put(id, recipient(it)));
    return found;
  }

  /// Who is at that one.
  Optional<Recipient> find(AddressId id) {
    return Optional.ofNullable(at(List.of(id)).get(id));
  }

  Language house(WorkspaceId workspace) {
    return workspaces.find(workspace).language();
  }

  private Recipient recipient(Reachable who) {
    var house = house(who.workspace());
    var channel =
        channels.find(who.address().channel()).filter(it -> it.workspace().equals(who.workspace()));
    return new Recipient(
        who.address(), channel, who.blocked(), who.language().orElse(house), house);
  }
}
