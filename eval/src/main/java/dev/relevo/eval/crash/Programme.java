package dev.relevo.eval.crash;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Troubles in the order in which they come.
///
/// @param surely so many, the first ones, come however late it has become
record Programme(List<Trouble> troubles, int surely) {

  Programme {
    troubles = List.copyOf(troubles);
  }

  /// Each kind once before any comes again.
  ///
  /// @param eachSurely whether every kind comes once, however late it has become
  static Programme of(List<Trouble> troubles, boolean eachSurely) {
    var first = new LinkedHashMap<String, Trouble>();
    troubles.forEach(it -> first.putIfAbsent(it.kind(), it));
    var again = new ArrayList<>(troubles);
    first.values().forEach(again::remove);
    var all = new ArrayList<>(first.values());
    all.addAll(again);
    return new Programme(all, eachSurely ? first.size() : 0);
  }

  /// All of these, however late it has become.
  static Programme surely(List<Trouble> troubles) {
    return new Programme(troubles, troubles.size());
  }

  /// Whether the one at that place still comes.
  boolean comes(int place, boolean late) {
    return !late || place < surely;
  }
}
