package dev.relevo.knowledge.gap;

import dev.relevo.knowledge.gap.FigureTable.Count;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is to be added to the figures, gathered first: many questions are about few rows.
final class Tally {

  /// A row on a day.
  record RowOn(long workspace, String row, LocalDate day) {}

  /// All rows on a day.
  record On(long workspace, LocalDate day) {}

  // Sorted, so that two replicas that add to the same figures never wait for each other in a
  // circle.
  private final SortedMap<RowOn, Map<Count, Integer>> rows =
      new TreeMap<>(
          Comparator.comparingLong(RowOn::workspace)
              .thenComparing(RowOn::row)
              .thenComparing(RowOn::day));
  private final SortedMap<On, Map<Decision, Integer>> days =
      new TreeMap<>(Comparator.comparingLong(On::workspace).thenComparing(On::day));

  void add(long workspace, String row, LocalDate day, Count count, int number) {
    if (!row.isEmpty()) {
      rows.computeIfAbsent(new RowOn(workspace, row, day), _ -> new EnumMap<>(Count.class))
          .merge(count, number, Integer::sum);
    }
  }

  void add(long workspace, LocalDate day, Decision decision, int number) {
    days.computeIfAbsent(new On(workspace, day), _ -> new EnumMap<>(Decision.class))
        .merge(decision, number, Integer::sum);
  }

  SortedMap<RowOn, Map<Count, Integer>> rows() {
    return rows;
  }

  SortedMap<On, Map<Decision, Integer>> days() {
    return days;
  }
}
