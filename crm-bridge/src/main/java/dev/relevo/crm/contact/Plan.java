package dev.relevo.crm.contact;

import dev.relevo.crm.contact.AliasTable.Target;
import dev.relevo.crm.contact.Contacts.Arriving;
import dev.relevo.crm.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Which arrivals are of one person and of one address, by the names they share with each other and
/// with what is known.
final class Plan {
  private static final Pattern PHONE = Pattern.compile("[0-9]{5,19}");

  /// One person: the contacts known under the names, none or several of them.
  static final class Person {
    final WorkspaceId workspace;
    final TreeSet<ContactId> known = new TreeSet<>(Comparator.comparingLong(ContactId::value));
    final List<Sender> senders = new ArrayList<>();
    Optional<ContactId> id = Optional.empty();

    Person(WorkspaceId workspace) {
      this.workspace = workspace;
    }

    ContactId contact() {
      return id.orElseThrow();
    }

    ContactTable.Known description() {
      var name = senders.stream().flatMap(it -> it.name().stream()).findFirst().orElse("").strip();
      var phone =
          senders.stream()
              .flatMap(it -> it.aliases().stream())
              .filter(it -> it.kind() == Alias.Kind.PHONE && PHONE.matcher(it.value()).matches())
              .map(it -> "+" + it.value())
              .findFirst();
      var language = senders.stream().flatMap(it -> it.language().stream()).findFirst();
      return new ContactTable.Known(shortened(name), phone, language);
    }

    private static String shortened(String name) {
      var clean = name.replace("\0", "");
      return clean.codePointCount(0, clean.length()) <= 200
          ? clean
          : clean.substring(0, clean.offsetByCodePoints(0, 190));
    }
  }

  /// One address: the addresses known under the names, none or several of them.
  static final class Place {
    final Person person;
    final ChannelId channel;
    final TreeSet<AddressId> known = new TreeSet<>(Comparator.comparingLong(AddressId::value));
    Optional<AddressId> id = Optional.empty();

    Place(Person person, ChannelId channel) {
      this.person = person;
      this.channel = channel;
    }

    AddressId address() {
      return id.orElseThrow();
    }
  }

  private final List<Place> order = new ArrayList<>();
  private final Map<Object, Person> people = new LinkedHashMap<>();
  private final Map<Object, Place> places = new LinkedHashMap<>();
  private final Map<AliasTable.Key, Place> names = new LinkedHashMap<>();

  private final Map<AliasTable.Key, Target> known;

  Plan(List<Arriving> arriving, Map<AliasTable.Key, Target> known) {
    this.known = known;
    var samePerson = new Same();
    var samePlace = new Same();
    for (var one : arriving) {
      join(one, known, samePerson, samePlace);
    }
    for (var one : arriving) {
      add(one, known, samePerson, samePlace);
    }
  }

  /// The arrivals' addresses, in the order they came.
  List<Place> order() {
    return order;
  }

  Collection<Person> people() {
    return people.values();
  }

  Collection<Place> places() {
    return places.values();
  }

  /// Where the names led before.
  Map<AliasTable.Key, Target> known() {
    return known;
  }

  /// Every name, and the address it is to lead to.
  Map<AliasTable.Key, Place> names() {
    return names;
  }

  static List<AliasTable.Key> keys(Arriving one) {
    return one.sender().aliases().stream()
        .flatMap(it -> AliasTable.keys(one.workspace(), one.channel(), it).stream())
        .toList();
  }

  private static void join(
      Arriving one, Map<AliasTable.Key, Target> known, Same samePerson, Same samePlace) {
    var keys = keys(one);
    var first = keys.getFirst();
    for (var key : keys) {
      samePerson.join(first, key);
      var target = Optional.ofNullable(known.get(key));
      target.ifPresent(it -> samePerson.join(first, it.contact()));
      if (key.isOfChannel()) {
        samePlace.join(first, key);
        target.flatMap(Target::address).ifPresent(it -> samePlace.join(first, it));
      }
    }
  }

  private void add(
      Arriving one, Map<AliasTable.Key, Target> known, Same samePerson, Same samePlace) {
    var keys = keys(one);
    var person =
        people.computeIfAbsent(samePerson.root(keys.getFirst()), it -> new Person(one.workspace()));
    var place =
        places.computeIfAbsent(
            samePlace.root(keys.getFirst()), it -> new Place(person, one.channel()));
    person.senders.add(one.sender());
    for (var key : keys) {
      Optional.ofNullable(known.get(key))
          .ifPresent(it -> {
            person.known.add(it.contact());
            it.address().ifPresent(place.known::add);
          });
      names.put(key, place);
    }
    order.add(place);
  }

  /// Things that are the same as one another.
  private static final class Same {
    private final Map<Object, Object> parents = new HashMap<>();

    Object root(Object thing) {
      var parent = parents.getOrDefault(thing, thing);
      return parent.equals(thing) ? thing : root(parent);
    }

    void join(Object one, Object other) {
      var a = root(one);
      var b = root(other);
      if (!a.equals(b)) {
        parents.put(b, a);
      }
    }
  }
}
