package dev.relevo.bot.console.matrix;

import dev.relevo.knowledge.draft.Filter;
import dev.relevo.knowledge.matrix.RowState;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which rows the grid shows, as its filter bar asks.
record GridQuery(
    @Nullable String q,
    @Nullable String category,
    @Nullable String language,
    @Nullable String state) {

  Filter filter() {
    var text = text(q);
    return new Filter(
        text.length() > 200 ? text.substring(0, 200) : text,
        given(category),
        given(language),
        given(state)
            .flatMap(it ->
                Arrays.stream(RowState.values())
                    .filter(known -> known.name().equals(it.toUpperCase(Locale.ROOT)))
                    .findFirst()));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }

  private static Optional<String> given(@Nullable String value) {
    return Optional.of(text(value)).filter(it -> !it.isEmpty());
  }
}
