package dev.relevo.crm.contact;

import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The people who write, and the one way to find out whose lane an arrival belongs to.
public class Contacts {

  /// Whom an arrival is from.
  public record Arriving(WorkspaceId workspace, ChannelId channel, Sender sender) {}

  /// Resolves every arrival to one contact and address, in the order given; creates, adds aliases
  /// and merges as needed. To be called inside the accepting transaction.
  public List<Resolved> resolve(List<Arriving> arriving) {
    throw new UnsupportedOperationException();
  }

  /// A provider gave a person a new alias in place of an old one. Inside the accepting transaction.
  public Optional<Resolved> realias(
      WorkspaceId workspace, ChannelId channel, Alias previous, Alias current) {
    throw new UnsupportedOperationException();
  }

  public Optional<Contact> find(WorkspaceId workspace, ContactId id) {
    throw new UnsupportedOperationException();
  }

  public Optional<Address> address(AddressId id) {
    throw new UnsupportedOperationException();
  }

  /// The address with that alias on the channel.
  public Optional<Address> address(WorkspaceId workspace, ChannelId channel, Alias alias) {
    throw new UnsupportedOperationException();
  }

  /// The customer wrote on these addresses; the latest time wins.
  public void wrote(Map<AddressId, Instant> at) {
    throw new UnsupportedOperationException();
  }

  /// Contacts whose name, phone, e-mail or number matches, newest first.
  public List<Contact> search(WorkspaceId workspace, String text, int limit) {
    throw new UnsupportedOperationException();
  }

  public List<Field> fields(WorkspaceId workspace) {
    throw new UnsupportedOperationException();
  }

  public void defineField(WorkspaceId workspace, Field field) {
    throw new UnsupportedOperationException();
  }

  /// Everything kept about the contact, ready to be written as JSON.
  public Map<String, Object> export(WorkspaceId workspace, ContactId id) {
    throw new UnsupportedOperationException();
  }

  /// Removes the contact and everything kept about them, in one transaction. Cannot be undone.
  public void erase(WorkspaceId workspace, ContactId id) {
    throw new UnsupportedOperationException();
  }
}
