package dev.relevo.bot.console.sheet;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.console.Words;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.sheet.Pulled;
import dev.relevo.knowledge.sheet.Round;
import dev.relevo.knowledge.sheet.Standing;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// How a sheet and its draft stand, as the page shows it.
@Component
class SheetLines {

  private static final int CONFLICTS = 50;

  private final Workspaces workspaces;
  private final Words words;
  private final Clock clock;

  SheetLines(Workspaces workspaces, Words words, Clock clock) {
    this.workspaces = workspaces;
    this.words = words;
    this.clock = clock;
  }

  /// @param state `fault`, `running`, `waiting` or `fine`
  /// @param link where people open the spreadsheet
  /// @param pulled when it was last read; empty before
  /// @param pushed when it was last written to; empty before
  /// @param next when it is read again; empty while it is being read
  /// @param fault why nothing could be told; empty while all is well
  /// @param more conflicts that are not listed
  record Shown(
      String state,
      String link,
      String tab,
      String account,
      String by,
      String pulled,
      String pushed,
      String next,
      String fault,
      List<String> problems,
      List<Pulled.Conflict> conflicts,
      int more,
      List<Told> rounds) {

    /// Whether the page should look again soon.
    public boolean busy() {
      return state.equals("running") || state.equals("waiting") || next.isEmpty();
    }
  }

  /// A round in which something was told.
  record Told(String at, String sentence) {}

  Shown of(SignedIn me, Standing it) {
    var isDue = it.underWay() || !it.due().isAfter(clock.instant());
    var all = it.conflicts();
    return new Shown(
        state(it),
        it.link().address(),
        it.link().sheet(),
        it.link().account(),
        it.connectedBy(),
        written(me, it.pulledAt()),
        written(me, it.pushedAt()),
        isDue ? "" : written(me, Optional.of(it.due())),
        it.fault().map(why -> why.in(me.language().locale())).orElse(""),
        it.problems().stream().map(one -> one.in(me.language().locale())).toList(),
        all.stream().limit(CONFLICTS).toList(),
        Math.max(0, all.size() - CONFLICTS),
        it.rounds().stream()
            .map(one -> new Told(written(me, Optional.of(one.at())), sentence(me, one)))
            .toList());
  }

  private static String state(Standing it) {
    if (it.underWay()) {
      return "running";
    }
    if (it.fault().isPresent()) {
      return "fault";
    }
    return it.pulledAt().isPresent() ? "fine" : "waiting";
  }

  private String sentence(SignedIn me, Round it) {
    var parts =
        Stream.of(
                part(me, "sheet.told.changed", it.changed()),
                part(me, "sheet.told.added", it.added()),
                part(me, "sheet.told.removed", it.removed()),
                part(me, "sheet.told.cells", it.cells()),
                part(me, "sheet.told.lines", it.lines()),
                part(me, "sheet.told.conflicts", it.conflicts()))
            .flatMap(Optional::stream)
            .toList();
    return String.join(" · ", parts);
  }

  private Optional<String> part(SignedIn me, String key, int count) {
    return count == 0 ? Optional.empty() : Optional.of(words.say(me, key, count));
  }

  private String written(SignedIn me, Optional<Instant> at) {
    var format = DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", me.language().locale());
    return at.map(it -> format.format(it.atZone(workspaces.find(me.workspace()).zone())))
        .orElse("");
  }
}
