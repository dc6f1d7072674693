package dev.relevo.bot.console.gap;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.gap.Gap;
import dev.relevo.knowledge.gap.Kind;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Gaps as the page lists them.
@Component
class GapLines {

  private final Workspaces workspaces;

  GapLines(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  /// A gap.
  ///
  /// @param kinds `unanswered`, `unhelpful`, …
  /// @param row the row it came closest to; empty when none
  /// @param mended the row of the draft made or changed for it; empty when none
  /// @param version that solves it; 0 when none does
  record Line(
      long id,
      String state,
      String question,
      int count,
      List<String> kinds,
      List<String> languages,
      String row,
      String first,
      String last,
      String mended,
      int version) {}

  /// A question of a gap.
  record Example(
      String text,
      String kind,
      String language,
      String row,
      String score,
      String suggestion,
      String suggestedBy,
      String at,
      long contact) {}

  Line line(SignedIn me, Gap gap) {
    return new Line(
        gap.id(),
        gap.state().name().toLowerCase(Locale.ROOT),
        gap.question(),
        gap.count(),
        gap.kinds().stream().map(GapLines::word).toList(),
        gap.languages(),
        gap.row(),
        day(me, gap.first()),
        day(me, gap.last()),
        gap.mendedRow().orElse(""),
        gap.solvedIn().orElse(0));
  }

  Example example(SignedIn me, Gap.Question it) {
    return new Example(
        it.text(),
        word(it.kind()),
        it.language(),
        it.row(),
        it.row().isEmpty() ? "" : String.format(me.language().locale(), "%.2f", it.score()),
        it.suggestion(),
        it.suggestedBy(),
        day(me, it.at()),
        it.contact());
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private String day(SignedIn me, Instant at) {
    return DateTimeFormatter.ofPattern("d MMM yyyy", me.language().locale())
        .format(at.atZone(workspaces.find(me.workspace()).zone()));
  }
}
