package dev.relevo.bot.responder.matrix;

import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.knowledge.Knowledge;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.model.Models;
import dev.relevo.knowledge.retriever.ModelUnfit;
import dev.relevo.knowledge.retriever.Settings;
import dev.relevo.knowledge.retriever.TrainedRetriever;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was learnt of published versions: read where somebody learnt it before, else learnt and
/// kept, so that a start and every other replica need not.
final class Lessons {

  private static final Logger log = LoggerFactory.getLogger(Lessons.class);

  private final Models models;
  private final Settings settings;
  private final Clock clock;

  Lessons(Models models, Settings settings, Clock clock) {
    this.models = models;
    this.settings = settings;
    this.clock = clock;
  }

  /// @param used the version's rows that are used now; on another day they may be others
  TrainedRetriever of(WorkspaceId workspace, int version, Matrix used) {
    return models
        .open(workspace.value(), version)
        .flatMap(it -> read(used, it))
        .orElseGet(() -> learnt(workspace, version, used));
  }

  private Optional<TrainedRetriever> read(Matrix used, InputStream model) {
    try (model) {
      return Optional.of(Knowledge.open(used, model, settings));
    } catch (ModelUnfit | IOException e) {
      log.atInfo().addKeyValue("why", e.getMessage()).log("a kept model does not fit");
      return Optional.empty();
    }
  }

  private TrainedRetriever learnt(WorkspaceId workspace, int version, Matrix used) {
    var learnt = Knowledge.retriever(used, settings);
    try {
      models.keep(workspace.value(), version, clock.instant(), learnt::write);
    } catch (RuntimeException e) {
      log.atWarn()
          .addKeyValue("workspace", workspace.value())
          .addKeyValue("version", version)
          .setCause(e)
          .log("a model could not be kept; the next start learns it again");
    }
    return learnt;
  }
}
