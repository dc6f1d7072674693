package dev.relevo.bot.api;

import dev.relevo.knowledge.draft.Filter;
import dev.relevo.knowledge.matrix.Folded;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which rows are wanted, told the same way for the draft and for a version.
record RowFilter(Filter filter) {

  static RowFilter of(Query query) {
    return new RowFilter(
        new Filter(
            query.text("text"),
            given(query, "category"),
            given(query, "language").map(RowFilter::language),
            query.one("state", RowState.values(), RowWriter::state)));
  }

  /// Whether a version's row is wanted.
  boolean takes(Row row) {
    return filter.category().filter(it -> !it.equals(row.category())).isEmpty()
        && filter.language().filter(it -> !it.equals(row.language().getLanguage())).isEmpty()
        && filter.state().filter(it -> it != row.state()).isEmpty()
        && holds(row);
  }

  /// Every word that is looked for begins a word of the row.
  private boolean holds(Row row) {
    var wanted = words(filter.text());
    if (wanted.isEmpty()) {
      return true;
    }
    var own =
        words(
            Stream.concat(
                    Stream.of(row.id().value(), row.category(), row.topic(), row.answer()),
                    row.phrases().stream())
                .collect(Collectors.joining(" ")));
    return wanted.stream().allMatch(it -> own.stream().anyMatch(word -> word.startsWith(it)));
  }

  private static List<String> words(String text) {
    return text.isBlank()
        ? List.of()
        : Arrays.stream(Folded.of(text).split("[^\\p{L}\\p{Nd}]+", -1))
            .filter(it -> !it.isEmpty())
            .toList();
  }

  private static Optional<String> given(Query query, String name) {
    return Optional.of(query.text(name)).filter(it -> !it.isEmpty());
  }

  private static String language(String tag) {
    return Locale.forLanguageTag(tag).getLanguage();
  }
}
