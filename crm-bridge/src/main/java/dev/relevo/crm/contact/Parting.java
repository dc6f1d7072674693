package dev.relevo.crm.contact;

import dev.relevo.crm.sql.Column;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Separates an address that no longer belongs to its contact: it becomes a new contact's. What was
/// said stays where it was said.
@Component
class Parting {
  private static final Comparator<Address> LATEST =
      Comparator.comparing(it -> it.lastInboundAt().orElse(Instant.EPOCH));

  private final ContactTable contacts;
  private final AddressTable addresses;
  private final AliasTable aliases;
  private final Lanes lanes;
  private final Clock clock;

  Parting(
      ContactTable contacts, AddressTable addresses, AliasTable aliases, Lanes lanes, Clock clock) {
    this.contacts = contacts;
    this.addresses = addresses;
    this.aliases = aliases;
    this.lanes = lanes;
    this.clock = clock;
  }

  /// The contact's thread is locked by the caller, in the caller's transaction.
  Separation part(Contact from, AddressId id) {
    var leaving = from.addresses().stream().filter(it -> it.id().equals(id)).findFirst();
    if (leaving.isEmpty()) {
      return new Separation.NotTheirs();
    }
    var phone = leaving.get().alias(Alias.Kind.PHONE);
    var staying = from.addresses().stream().filter(it -> !it.id().equals(id)).toList();
    if (staying.stream().anyMatch(it -> sharePhone(it, leaving.get()))) {
      return new Separation.SamePhone();
    }
    var to = begin(from, phone.map(it -> "+" + it));
    aliases.move(from.workspace(), leaving.get(), to);
    addresses.move(id, to);
    lanes.leave(from.id(), id, staying.stream().max(LATEST));
    return new Separation.Done(to, leaving.get().channel());
  }

  private static boolean sharePhone(Address one, Address other) {
    return one.aliases().stream()
        .anyMatch(it -> it.kind() == Alias.Kind.PHONE && other.aliases().contains(it));
  }

  /// The verified phone goes along; it is a stranger's now.
  private ContactId begin(Contact from, Optional<String> phone) {
    var known = new ContactTable.Known("", phone, from.language());
    var to = contacts.insert(from.workspace(), List.of(known), Column.now(clock)).getFirst();
    lanes.begin(from.workspace(), List.of(to));
    if (phone.isPresent() && phone.equals(from.phone())) {
      contacts.set(from.id(), "phone", null);
    }
    return to;
  }
}
