package dev.relevo.crm.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Values as PostgreSQL takes and gives them.
public final class Column {
  private Column() {}

  /// Now, as exactly as a column can hold it: whole microseconds.
  public static Instant now(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /// An instant to bind; the driver does not take `Instant` itself.
  public static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  public static @Nullable OffsetDateTime at(Optional<Instant> instant) {
    return instant.map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null);
  }

  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  public static Optional<Instant> optionalInstant(ResultSet row, String column)
      throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  public static Optional<String> optionalText(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  /// An id that may be absent, as its own type.
  public static <T> Optional<T> optionalId(ResultSet row, String column, LongFunction<T> id)
      throws SQLException {
    var value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(id.apply(value));
  }

  /// Ids to bind as one array: `= ANY (:ids)` or `unnest(:ids)`.
  public static <T> Long[] ids(Collection<T> of, ToLongFunction<T> id) {
    return of.stream().map(id::applyAsLong).toArray(Long[]::new);
  }

  /// Numbers to bind as one array; null where there is none.
  public static <T> Long[] numbers(Collection<T> of, Function<T, @Nullable Long> number) {
    return of.stream().map(number).toArray(Long[]::new);
  }

  /// Texts to bind as one array; null where there is none.
  public static <T> String[] texts(Collection<T> of, Function<T, @Nullable String> text) {
    return of.stream().map(text).toArray(String[]::new);
  }

  /// Instants to bind as one array of texts: write `CAST(:at AS timestamptz[])`.
  public static <T> String[] times(Collection<T> of, Function<T, @Nullable Instant> time) {
    return of.stream()
        .map(it -> {
          var at = time.apply(it);
          return at == null ? null : at.toString();
        })
        .toArray(String[]::new);
  }

  public static <T> Boolean[] flags(Collection<T> of, Function<T, Boolean> flag) {
    return of.stream().map(flag).toArray(Boolean[]::new);
  }

  /// Whether a text has neither NUL nor surrogates, and so is as a column can hold it. Whatever is
  /// stored passes here, most of it several times.
  public static boolean isPlain(String text) {
    for (int at = 0; at < text.length(); at++) {
      var one = text.charAt(at);
      if (one == 0 || Character.isSurrogate(one)) {
        return false;
      }
    }
    return true;
  }

  /// Text as a column can hold it: without NUL, without half surrogate pairs.
  public static String clean(String text) {
    if (isPlain(text)) {
      return text;
    }
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(it -> it != 0)
        .map(it -> it >= 0xD800 && it <= 0xDFFF ? 0xFFFD : it)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /// The text's first so many characters at most, never half a surrogate pair.
  public static String start(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    var splits = longest > 0 && Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, splits ? longest - 1 : longest);
  }

  /// The text's last so many characters at most, never half a surrogate pair.
  public static String end(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    var from = text.length() - longest;
    var splits = longest > 0 && Character.isLowSurrogate(text.charAt(from));
    return text.substring(splits ? from + 1 : from);
  }

  /// Written JSON as a `jsonb` column can hold it: without escaped NUL, too.
  public static String cleanJson(String json) {
    var clean = clean(json);
    return clean.contains("\\u0000")
        ? clean.replaceAll("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000", "$1")
        : clean;
  }
}
