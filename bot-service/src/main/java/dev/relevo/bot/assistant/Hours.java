package dev.relevo.bot.assistant;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

/// When an assistant answers; at other times people do.
///
/// @param spans the business's hours, in the workspace's time zone
public record Hours(When when, List<Span> spans) {

  public static final Hours ALWAYS = new Hours(When.ALWAYS, List.of());

  /// Which part of the day is the assistant's.
  public enum When {
    ALWAYS,
    /// While the business is open.
    INSIDE,
    /// While it is closed.
    OUTSIDE
  }

  /// Part of a day.
  ///
  /// @param until the first moment that is no longer part of it; midnight: the day's end
  public record Span(DayOfWeek day, LocalTime from, LocalTime until) {

    public Span {
      if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
        throw new IllegalArgumentException("a span begins before it ends");
      }
    }

    boolean holds(ZonedDateTime at) {
      var time = at.toLocalTime();
      return at.getDayOfWeek() == day
          && !time.isBefore(from)
          && (until.equals(LocalTime.MIDNIGHT) || time.isBefore(until));
    }
  }

  public Hours {
    spans = List.copyOf(spans);
  }

  /// Whether the assistant answers then.
  ///
  /// @param at in the workspace's time zone
  public boolean answersAt(ZonedDateTime at) {
    var open = spans.stream().anyMatch(it -> it.holds(at));
    return switch (when) {
      case ALWAYS -> true;
      case INSIDE -> open;
      case OUTSIDE -> !open;
    };
  }
}
