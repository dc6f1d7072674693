package dev.relevo.crm.contact;

import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The people who write, and the one way to find out whose lane an arrival belongs to.
@Component
public class Contacts {
  private final Resolution resolution;
  private final ContactTable contacts;
  private final AddressTable addresses;
  private final FieldTable fields;
  private final Passing passing;
  private final Parting parting;

  Contacts(
      Resolution resolution,
      ContactTable contacts,
      AddressTable addresses,
      FieldTable fields,
      Passing passing,
      Parting parting) {
    this.resolution = resolution;
    this.contacts = contacts;
    this.addresses = addresses;
    this.fields = fields;
    this.passing = passing;
    this.parting = parting;
  }

  /// Whom an arrival is from.
  public record Arriving(WorkspaceId workspace, ChannelId channel, Sender sender) {}

  /// Resolves every arrival to one contact and address, in the order given; creates, adds aliases
  /// and merges as needed. To be called inside the accepting transaction; afterwards the threads of
  /// all of them are locked.
  public List<Resolved> resolve(List<Arriving> arriving) {
    return resolution.resolve(arriving);
  }

  /// A provider gave a person a new alias in place of an old one; the old one is forgotten, because
  /// a phone number may belong to a stranger tomorrow. Empty when nobody has the old one. Inside
  /// the accepting transaction.
  public Optional<Resolved> realias(
      WorkspaceId workspace, ChannelId channel, Alias previous, Alias current) {
    return resolution.realias(workspace, channel, previous, current);
  }

  /// The contact; the survivor's when it was merged away.
  public Optional<Contact> find(WorkspaceId workspace, ContactId id) {
    return contacts
        .find(workspace, id)
        .or(() -> contacts.survivor(workspace, id).flatMap(it -> contacts.find(workspace, it)));
  }

  /// Many at once; who is gone is missing.
  public Map<ContactId, Contact> all(Collection<ContactId> ids) {
    return contacts.all(ids);
  }

  /// Which of them are blocked.
  public Collection<ContactId> blocked(Collection<ContactId> ids) {
    return contacts.blocked(ids);
  }

  /// Their languages, where they are known; who is gone is missing.
  public Map<ContactId, Optional<Language>> languages(Collection<ContactId> ids) {
    return contacts.languages(ids);
  }

  /// What must be known to write to each address, or to the one that took its place.
  public Map<AddressId, Reachable> reachable(Collection<AddressId> ids) {
    return addresses.reachable(ids);
  }

  /// The address, or the one that took its place.
  public Optional<Address> address(AddressId id) {
    return Optional.ofNullable(reachable(List.of(id)).get(id)).map(Reachable::address);
  }

  /// The address with that alias on the channel.
  public Optional<Address> address(WorkspaceId workspace, ChannelId channel, Alias alias) {
    return addresses.find(workspace, channel, alias);
  }

  /// The customer wrote on these addresses; the latest time wins.
  public void wrote(Map<AddressId, Instant> at) {
    addresses.wrote(at);
  }

  /// Contacts whose name, phone, e-mail or number matches, newest first.
  public List<Contact> search(WorkspaceId workspace, String text, int limit) {
    return contacts.search(workspace, SearchWords.of(text), limit);
  }

  /// Other contacts with the same phone or e-mail: perhaps the same person, at most ten.
  public List<Contact> lookalikes(WorkspaceId workspace, ContactId id) {
    return contacts.lookalikes(workspace, id);
  }

  public List<Field> fields(WorkspaceId workspace) {
    return fields.all(workspace);
  }

  /// Adds a field, or changes the name and choices of an existing one; its type stays.
  public void defineField(WorkspaceId workspace, Field field) {
    fields.define(workspace, field);
  }

  /// Adds tags; those that are new.
  public List<String> tag(ContactId id, Collection<String> tags) {
    return contacts.tag(id, tags);
  }

  /// Takes tags away; those that were there.
  public List<String> untag(ContactId id, Collection<String> tags) {
    return contacts.untag(id, tags);
  }

  /// Sets a name of at most 200 characters; false when it was so already.
  public boolean rename(ContactId id, String name) {
    return contacts.set(id, "name", name);
  }

  /// Sets a phone, E.164 with `+`; empty clears it. False when it was so already. A typed phone
  /// never decides whose lane an arrival belongs to.
  public boolean phone(ContactId id, Optional<String> phone) {
    return contacts.set(id, "phone", phone.orElse(null));
  }

  public boolean email(ContactId id, Optional<String> email) {
    return contacts.set(id, "email", email.orElse(null));
  }

  public boolean language(ContactId id, Optional<Language> language) {
    return contacts.set(id, "language", language.map(Language::code).orElse(null));
  }

  /// Sets a custom field by slug; an empty value clears it. False when it was so already.
  public boolean field(ContactId id, String slug, String value) {
    return contacts.setField(id, slug, value);
  }

  public boolean subscribe(ContactId id, boolean subscribed) {
    return contacts.flag(id, "subscribed", subscribed);
  }

  public boolean block(ContactId id, boolean blocked) {
    return contacts.flag(id, "blocked", blocked);
  }

  /// Gives an address a contact of its own, because it is somebody else's by now. What was said
  /// there stays; what is said from now on is the new contact's. Inside the caller's transaction,
  /// with the thread locked.
  public Separation separate(WorkspaceId workspace, ContactId id, AddressId address) {
    return contacts
        .find(workspace, id)
        .map(it -> parting.part(it, address))
        .orElseGet(Separation.NotTheirs::new);
  }

  /// Everything kept about the contact, ready to be written as JSON; empty when there is none.
  public Map<String, Object> export(WorkspaceId workspace, ContactId id) {
    return find(workspace, id).map(passing::export).orElseGet(Map::of);
  }

  /// Removes the contact and everything kept about them, in one transaction. Cannot be undone.
  public void erase(WorkspaceId workspace, ContactId id) {
    find(workspace, id).ifPresent(it -> passing.erase(workspace, it.id()));
  }
}
