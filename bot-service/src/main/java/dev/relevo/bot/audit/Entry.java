package dev.relevo.bot.audit;

import java.time.Instant;
import java.util.Map;

/// A line of the audit log.
///
/// @param about to what or whom, by word: `member`, `role`, `contact` …
/// @param address where from, without its last part: `203.0.113.x`, `2001:db8:1::/48`; may be empty
public record Entry(
    long id, Instant at, Actor actor, Act act, Map<String, String> about, String address) {

  public Entry {
    about = Map.copyOf(about);
  }
}
