package dev.relevo.bot.responder.matrix;

import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.model.Aims;
import dev.relevo.knowledge.model.Lessons;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The drafts as they would answer, learnt when somebody tries a question and kept until the next
/// edit. Customers are never answered from here.
@Component
final class DraftTraining {

  private final Drafts drafts;
  private final Lessons lessons;
  private final Aims aims;
  private final Workspaces workspaces;
  private final Clock clock;
  private final Map<WorkspaceId, Kept> kept = new ConcurrentHashMap<>();

  DraftTraining(Drafts drafts, Lessons lessons, Aims aims, Workspaces workspaces, Clock clock) {
    this.drafts = drafts;
    this.lessons = lessons;
    this.aims = aims;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  private record Kept(long revision, LocalDate day, Trained trained) {}

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
                    : renewed(workspace, day));
    return Optional.of(found.trained().aiming(aims.of(workspace.value())))
        .filter(it -> !it.matrix().rows().isEmpty());
  }

  private Kept renewed(WorkspaceId workspace, LocalDate day) {
    var draft = drafts.snapshot(workspace.value());
    var matrix = draft.matrix().forPublication().on(day);
    var retriever = lessons.of(workspace.value(), matrix);
    return new Kept(draft.revision(), day, new Trained(0, matrix, retriever));
  }
}
