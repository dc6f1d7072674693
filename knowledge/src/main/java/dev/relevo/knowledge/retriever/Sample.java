package dev.relevo.knowledge.retriever;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Some of a large matrix's phrases, to be asked of what has learnt all others: one phrase each of
/// some rows (it ought to be found), and of other rows, which are left out whole (nothing ought to
/// be found). Always the same.
///
/// @param known phrases left out of rows that stay
/// @param unknown a phrase of each row left out whole
/// @param rows the numbers of all these rows
/// @param phrases of these rows
record Sample(List<Phrase> known, List<Phrase> unknown, Set<Integer> rows, List<Phrase> phrases) {

  /// So many of either kind at most.
  private static final int MOST = 400;

  /// At most one row of so many is left out whole, and as many lose a phrase.
  private static final int SHARE = 8;

  private static final long SEED = 20260101;

  static Sample of(List<Phrase> phrases) {
    var byRow = phrases.stream().collect(groupingBy(Phrase::row, TreeMap::new, toList()));
    int most = Math.min(MOST, byRow.size() / SHARE);
    var rows = new ArrayList<>(byRow.values());
    Collections.shuffle(rows, new Random(SEED));
    var unknown = rows.subList(0, most);
    var known =
        rows.subList(most, rows.size()).stream().filter(row -> row.size() > 1).limit(most).toList();
    return new Sample(
        known.stream().map(Sample::one).toList(),
        unknown.stream().map(Sample::one).toList(),
        Stream.concat(known.stream(), unknown.stream())
            .map(row -> row.getFirst().row())
            .collect(toSet()),
        Stream.concat(known.stream(), unknown.stream()).flatMap(List::stream).toList());
  }

  /// Any of a row's phrases, for the first is often the longest.
  private static Phrase one(List<Phrase> row) {
    return row.get(Math.floorMod(row.getFirst().row(), row.size()));
  }

  /// Asks what has learnt the whole matrix, after it has forgotten the sample.
  List<Trial> trials(Scorer whole, Learning learning) {
    var stay = new HashSet<>(known.stream().map(Phrase::row).toList());
    var asked = Set.copyOf(known);
    var rest =
        phrases.stream().filter(it -> stay.contains(it.row()) && !asked.contains(it)).toList();
    var scorer = learning.relearn(whole, rows, phrases, rest);
    return Stream.concat(
            known.stream().map(it -> Trial.of(scorer, it, false)),
            unknown.stream().map(it -> Trial.of(scorer, it, true)))
        .toList();
  }
}
