package dev.relevo.bot.console.matrix;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Days and times as the workspace's clock on the wall has them.
@Component
class Today {

  private final Workspaces workspaces;
  private final Clock clock;

  Today(Workspaces workspaces, Clock clock) {
    this.workspaces = workspaces;
    this.clock = clock;
  }

  LocalDate of(SignedIn me) {
    return clock.instant().atZone(workspaces.find(me.workspace()).zone()).toLocalDate();
  }

  String written(SignedIn me, Instant at) {
    return DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", me.language().locale())
        .format(at.atZone(workspaces.find(me.workspace()).zone()));
  }

  /// The moment of a date and time field; empty for an unclear one, and for one that has passed.
  Optional<Instant> coming(SignedIn me, String field) {
    try {
      var zone = workspaces.find(me.workspace()).zone();
      return Optional.of(LocalDateTime.parse(field).atZone(zone).toInstant())
          .filter(it -> it.isAfter(clock.instant()));
    } catch (DateTimeException unclear) {
      return Optional.empty();
    }
  }
}
