package dev.relevo.bot.console.inbox;

import dev.relevo.crm.workspace.Language;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as a page of the workspace shows them: in its zone, in the member's language.
final class Times {

  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final ZoneId zone;
  private final Clock clock;
  private final DateTimeFormatter day;
  private final DateTimeFormatter whole;

  Times(ZoneId zone, Language language, Clock clock) {
    this.zone = zone;
    this.clock = clock;
    this.day = DateTimeFormatter.ofPattern("d MMM", language.locale());
    this.whole = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", language.locale());
  }

  String hour(Instant at) {
    return HOUR.format(at.atZone(zone));
  }

  /// `2026-11-23`; the page makes "today" of it.
  String date(Instant at) {
    return at.atZone(zone).toLocalDate().toString();
  }

  String whole(Instant at) {
    return whole.format(at.atZone(zone));
  }

  /// The hour today, else the day.
  String shortly(Instant at) {
    return date(at).equals(date(clock.instant())) ? hour(at) : day.format(at.atZone(zone));
  }

  /// The hour today, else day and hour.
  String dayAndHour(Instant at) {
    return date(at).equals(date(clock.instant()))
        ? hour(at)
        : day.format(at.atZone(zone)) + " " + hour(at);
  }

  /// `23 h 41 min`, `41 min`.
  static String left(Duration left) {
    var minutes = Math.max(1, left.toMinutes());
    return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
  }
}
