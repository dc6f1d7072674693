package dev.relevo.crm.contact;

import dev.relevo.crm.contact.AliasTable.Target;
import dev.relevo.crm.contact.Contacts.Arriving;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Finds out whose lane an arrival belongs to. Known names need no lock but the lane's; for unknown
/// ones all names of the arrival are locked, in a fixed order, and looked up again.
@Component
class Resolution {
  private static final int ATTEMPTS = 10;

  private final AliasTable aliases;
  private final AddressTable addresses;
  private final ContactTable contacts;
  private final Passing passing;
  private final Lanes lanes;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Resolution(
      AliasTable aliases,
      AddressTable addresses,
      ContactTable contacts,
      Passing passing,
      Lanes lanes,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.aliases = aliases;
    this.addresses = addresses;
    this.contacts = contacts;
    this.passing = passing;
    this.lanes = lanes;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  List<Resolved> resolve(List<Arriving> arriving) {
    if (arriving.isEmpty()) {
      return List.of();
    }
    return transaction.execute(status -> {
      for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
        var plan = new Plan(arriving, targets(arriving));
        if (lock(plan)) {
          return carryOut(plan);
        }
      }
      throw new IllegalStateException("contacts changed faster than they were resolved");
    });
  }

  Optional<Resolved> realias(
      WorkspaceId workspace, ChannelId channel, Alias previous, Alias current) {
    return transaction.execute(status -> {
      var old = AliasTable.keys(workspace, channel, previous);
      var keys = new ArrayList<>(old);
      keys.addAll(AliasTable.keys(workspace, channel, current));
      aliases.lock(keys);
      var known = aliases.find(old);
      if (known.isEmpty()) {
        return Optional.empty();
      }
      var both = new Sender(List.of(previous, current), Optional.empty(), Optional.empty());
      var resolved = resolve(List.of(new Arriving(workspace, channel, both))).getFirst();
      if (!previous.equals(current)) {
        aliases.remove(old);
      }
      if (previous.kind() == Alias.Kind.PHONE && current.kind() == Alias.Kind.PHONE) {
        contacts.rephone(resolved.contact(), "+" + previous.value(), "+" + current.value());
      }
      lanes.note(workspace, Optional.of(resolved.contact()), "alias.changed", Map.of());
      return Optional.of(resolved);
    });
  }

  private Map<AliasTable.Key, Target> targets(List<Arriving> arriving) {
    var keys = new HashSet<AliasTable.Key>();
    arriving.forEach(it -> keys.addAll(Plan.keys(it)));
    var known = aliases.find(keys);
    var unsettled =
        arriving.stream()
            .map(Plan::keys)
            .filter(it -> !isSettled(it, known))
            .flatMap(List::stream)
            .collect(Collectors.toSet());
    if (unsettled.isEmpty()) {
      return known;
    }
    aliases.lock(unsettled);
    return aliases.find(keys);
  }

  /// Whether all names are known and lead to one contact and one address.
  private static boolean isSettled(List<AliasTable.Key> keys, Map<AliasTable.Key, Target> known) {
    var contacts = new HashSet<ContactId>();
    var addresses = new HashSet<AddressId>();
    for (var key : keys) {
      var target = known.get(key);
      if (target == null) {
        return false;
      }
      contacts.add(target.contact());
      target.address().ifPresent(addresses::add);
    }
    return contacts.size() == 1 && addresses.size() == 1;
  }

  /// False when one of them was merged away or erased, or an address of theirs separated, since it
  /// was looked up.
  private boolean lock(Plan plan) {
    var known = new HashSet<ContactId>();
    plan.people().forEach(it -> known.addAll(it.known));
    return known.isEmpty()
        || (lanes.lock(known).equals(known)
            && aliases.find(plan.known().keySet()).equals(plan.known()));
  }

  private List<Resolved> carryOut(Plan plan) {
    var now = Column.now(clock);
    var created = create(plan, now);
    for (var person : plan.people()) {
      person.known.stream()
          .skip(1)
          .forEach(it -> passing.merge(person.workspace, it, person.contact()));
    }
    place(plan, now);
    name(plan);
    var basics =
        contacts.basics(plan.people().stream().map(Plan.Person::contact).distinct().toList());
    for (var person : plan.people()) {
      complete(person, Optional.ofNullable(basics.get(person.contact())).orElseThrow());
    }
    return answer(plan, basics, created);
  }

  private Set<ContactId> create(Plan plan, Instant now) {
    var created = new HashSet<ContactId>();
    plan.people().stream()
        .filter(it -> !it.known.isEmpty())
        .forEach(it -> it.id = Optional.of(it.known.first()));
    plan.people().stream()
        .filter(it -> it.known.isEmpty())
        .collect(Collectors.groupingBy(it -> it.workspace))
        .forEach((workspace, people) -> {
          var ids =
              contacts.insert(
                  workspace, people.stream().map(Plan.Person::description).toList(), now);
          for (var i = 0; i < ids.size(); i++) {
            people.get(i).id = Optional.of(ids.get(i));
          }
          lanes.begin(workspace, ids);
          created.addAll(ids);
        });
    return created;
  }

  private void place(Plan plan, Instant now) {
    for (var place : plan.places()) {
      if (!place.known.isEmpty()) {
        place.id = Optional.of(place.known.first());
        if (place.known.size() > 1) {
          addresses.replace(place.known.tailSet(place.address(), false), place.address());
        }
      }
    }
    plan.places().stream()
        .filter(it -> it.known.isEmpty())
        .collect(Collectors.groupingBy(it -> it.person.workspace))
        .forEach((workspace, places) -> {
          var ids =
              addresses.insert(
                  workspace,
                  places.stream().map(it -> it.person.contact()).toList(),
                  places.stream().map(it -> it.channel).toList(),
                  now);
          for (var i = 0; i < ids.size(); i++) {
            places.get(i).id = Optional.of(ids.get(i));
          }
        });
  }

  private void name(Plan plan) {
    var known = plan.known();
    var targets = new LinkedHashMap<AliasTable.Key, Target>();
    plan.names()
        .forEach((key, place) -> {
          var target =
              new Target(place.person.contact(), key.isOfChannel() ? place.id : Optional.empty());
          if (!target.equals(known.get(key))) {
            targets.put(key, target);
          }
        });
    aliases.put(targets);
  }

  private void complete(Plan.Person person, ContactTable.Basics basics) {
    var known = person.description();
    var news =
        (!basics.named() && !known.name().isEmpty())
            || (!basics.hasPhone() && known.phone().isPresent())
            || (basics.language().isEmpty() && known.language().isPresent());
    if (news) {
      contacts.complete(person.contact(), known);
    }
  }

  private static List<Resolved> answer(
      Plan plan, Map<ContactId, ContactTable.Basics> basics, Set<ContactId> created) {
    var fresh = new HashSet<>(created);
    var answer = new ArrayList<Resolved>();
    for (var place : plan.order()) {
      var contact = place.person.contact();
      var known = Optional.ofNullable(basics.get(contact)).orElseThrow();
      answer.add(
          new Resolved(
              contact,
              place.address(),
              known.language().or(() -> place.person.description().language()),
              known.blocked(),
              fresh.remove(contact)));
    }
    return answer;
  }
}
