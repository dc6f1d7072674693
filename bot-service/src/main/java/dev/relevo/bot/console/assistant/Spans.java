package dev.relevo.bot.console.assistant;

import dev.relevo.bot.assistant.Hours;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A day's hours as people write them: `9-13, 15:30-18`.
final class Spans {

  private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("HH:mm");
  private static final Pattern SPAN =
      Pattern.compile("([0-9]{1,2})(?::([0-9]{2}))?\\s*[-–a]\\s*([0-9]{1,2})(?::([0-9]{2}))?");

  private Spans() {}

  /// Empty when it cannot be read; no span when nothing is written.
  static Optional<List<Hours.Span>> read(DayOfWeek day, String text) {
    var spans = new ArrayList<Hours.Span>();
    for (var part : text.split(",", -1)) {
      if (part.isBlank()) {
        continue;
      }
      var span = span(day, part.strip());
      if (span.isEmpty()) {
        return Optional.empty();
      }
      spans.add(span.get());
    }
    return Optional.of(spans);
  }

  static String written(DayOfWeek day, List<Hours.Span> spans) {
    return spans.stream()
        .filter(it -> it.day() == day)
        .map(it -> WRITTEN.format(it.from()) + "-" + end(it.until()))
        .collect(Collectors.joining(", "));
  }

  private static String end(LocalTime until) {
    return until.equals(LocalTime.MIDNIGHT) ? "24:00" : WRITTEN.format(until);
  }

  private static Optional<Hours.Span> span(DayOfWeek day, String text) {
    var found = SPAN.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    try {
      var from = time(found.group(1), Optional.ofNullable(found.group(2)).orElse("00"));
      var until = time(found.group(3), Optional.ofNullable(found.group(4)).orElse("00"));
      return Optional.of(new Hours.Span(day, from, until));
    } catch (DateTimeException | IllegalArgumentException notATime) {
      return Optional.empty();
    }
  }

  private static LocalTime time(String hour, String minute) {
    return hour.equals("24") && minute.equals("00")
        ? LocalTime.MIDNIGHT
        : LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute));
  }
}
