package dev.relevo.knowledge.draft;

import dev.relevo.knowledge.matrix.RowState;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The draft at a glance.
///
/// @param revision raised by every edit
/// @param published the version it is compared with; 0 before the first
/// @param states how many rows are in each
/// @param categories in alphabetical order
/// @param languages in alphabetical order
public record Overview(
    long revision,
    int published,
    Map<RowState, Integer> states,
    List<String> categories,
    List<String> languages) {

  public Overview {
    var inOrder = new EnumMap<RowState, Integer>(RowState.class);
    inOrder.putAll(states);
    states = Collections.unmodifiableMap(inOrder);
    categories = List.copyOf(categories);
    languages = List.copyOf(languages);
  }

  /// How many rows there are.
  public int rows() {
    return states.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// How many rows publishing would change.
  public int changes() {
    return rows() - states.getOrDefault(RowState.PROGRAMMED, 0);
  }
}
