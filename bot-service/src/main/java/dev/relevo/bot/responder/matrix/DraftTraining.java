package dev.relevo.bot.responder.matrix;

import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.Knowledge;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.draft.Snapshot;
import dev.relevo.knowledge.model.Aims;
import dev.relevo.knowledge.retriever.Settings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The drafts as they would answer, trained when somebody tries a question and kept until the next
/// edit. Customers are never answered from here.
@Component
final class DraftTraining {

  private final Drafts drafts;
  private final Settings settings;
  private final Aims aims;
  private final Workspaces workspaces;
  private final Clock clock;
  private final Map<WorkspaceId, Kept> kept = new ConcurrentHashMap<>();

  DraftTraining(Drafts drafts, Settings settings, Aims aims, Workspaces workspaces, Clock clock) {
    this.drafts = drafts;
    // What machines share is what customers are answered from.
    this.settings = new Settings(settings.aim(), settings.dense(), Optional.empty());
    this.aims = aims;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  /// @param before the one replaced by it, which somebody may still be asking
  private record Kept(long revision, LocalDate day, Trained trained, Optional<Trained> before) {}

  /// What would answer if the draft were published now; empty while it has no answer.
  Optional<Trained> trained(WorkspaceId workspace) {
    var day = LocalDate.ofInstant(clock.instant(), workspaces.find(workspace).zone());
    var revision = drafts.revision(workspace.value());
    var found =
        kept.compute(
            workspace,
            (_, now) ->
                now != null && now.revision() == revision && now.day().equals(day)
                    ? now
                    : renewed(Optional.ofNullable(now), drafts.snapshot(workspace.value()), day));
    return Optional.of(found.trained().aiming(aims.of(workspace.value())))
        .filter(it -> !it.matrix().rows().isEmpty());
  }

  private Kept renewed(Optional<Kept> old, Snapshot draft, LocalDate day) {
    old.flatMap(Kept::before).ifPresent(it -> it.retriever().close());
    var matrix = draft.matrix().forPublication().on(day);
    var trained = new Trained(0, matrix, Knowledge.retriever(matrix, settings));
    return new Kept(draft.revision(), day, trained, old.map(Kept::trained));
  }
}
