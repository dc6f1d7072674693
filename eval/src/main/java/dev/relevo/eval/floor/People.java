package dev.relevo.eval.floor;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Who has written so far.
final class People {

  private final Map<String, Turn.Person> byPhone = new ConcurrentHashMap<>();

  Turn.Person of(String phone) {
    return byPhone.computeIfAbsent(phone, _ -> new Turn.Person());
  }

  /// The first turn of each person among these.
  static Collection<Turn> firstOfEach(List<Turn> turns) {
    var first = new LinkedHashMap<Turn.Person, Turn>();
    turns.forEach(it -> first.putIfAbsent(it.person, it));
    return first.values();
  }
}
