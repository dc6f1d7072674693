package dev.relevo.bot.hindsight;

import dev.relevo.crm.workspace.Workspace;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.gap.Gaps;
import dev.relevo.knowledge.matrix.Matrices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// What is looked at again when nothing happens: after a publication, which gaps it solves; once an
/// hour, what is older than the workspace keeps its conversations.
@Component
final class Upkeep {

  private static final Duration EXPIRY = Duration.ofHours(1);

  private final Gaps gaps;
  private final Matrices matrices;
  private final Workspaces workspaces;
  private final PublishedMatrix published;
  private final Clock clock;
  private Instant expired = Instant.EPOCH;

  Upkeep(
      Gaps gaps, Matrices matrices, Workspaces workspaces, PublishedMatrix published, Clock clock) {
    this.gaps = gaps;
    this.matrices = matrices;
    this.workspaces = workspaces;
    this.published = published;
    this.clock = clock;
  }

  void round() {
    var due = expired.plus(EXPIRY).isBefore(clock.instant());
    for (var workspace : workspaces.all()) {
      check(workspace);
      if (due) {
        workspace
            .keepConversations()
            .ifPresent(it -> gaps.expire(workspace.id().value(), clock.instant().minus(it)));
      }
    }
    if (due) {
      expired = clock.instant();
    }
  }

  /// Only once this replica answers with the new version.
  private void check(Workspace workspace) {
    var number = matrices.publishedNumber(workspace.id().value()).orElse(0);
    if (number > 0
        && gaps.isBehind(workspace.id().value(), number)
        && published.version(workspace) == number) {
      gaps.check(workspace.id().value(), number, published.of(workspace));
    }
  }
}
