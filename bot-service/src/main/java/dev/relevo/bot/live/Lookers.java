package dev.relevo.bot.live;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.team.MemberId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who has which thread before them.
final class Lookers {

  private final Clock clock;
  private final Duration holds;
  private final Map<ContactId, Map<MemberId, Instant>> until = new HashMap<>();

  Lookers(Clock clock, Duration holds) {
    this.clock = clock;
    this.holds = holds;
  }

  synchronized void note(Signal.Looking looking) {
    forgetStale();
    if (looking.here()) {
      until
          .computeIfAbsent(looking.contact(), _ -> new HashMap<>())
          .put(looking.member(), clock.instant().plus(holds));
    } else {
      until.getOrDefault(looking.contact(), new HashMap<>()).remove(looking.member());
    }
  }

  synchronized List<MemberId> at(ContactId contact) {
    forgetStale();
    return until.getOrDefault(contact, Map.of()).keySet().stream()
        .sorted(Comparator.comparingLong(MemberId::value))
        .toList();
  }

  /// There are as many entries as open threads in consoles: few.
  private void forgetStale() {
    var now = clock.instant();
    until.values().forEach(members -> members.values().removeIf(it -> it.isBefore(now)));
    until.values().removeIf(Map::isEmpty);
  }
}
