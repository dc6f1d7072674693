package dev.relevo.knowledge.model;

import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.retriever.ModelUnfit;
import dev.relevo.knowledge.retriever.Settings;
import dev.relevo.knowledge.retriever.TrainedRetriever;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one door to trained retrievers. A matrix is learnt once, whoever asks first: the checks of a
/// draft, a question tried on it, or the bot once it is published. One that differs little from
/// what was learnt last is learnt only in what differs; a published version is kept, so that a
/// start and every other replica need only read it. What it gives is shared.
public final class Lessons {

  private static final Logger log = LoggerFactory.getLogger(Lessons.class);

  private final Shelves published;
  private final Shelves drafts;
  private final Models models;
  private final Clock clock;

  /// @param settings when they name an index that machines share, only what is published goes
  ///   there, and drafts are learnt apart
  public Lessons(Settings settings, Models models, Clock clock) {
    published = new Shelves(new Schooling(settings));
    drafts = settings.shared().isEmpty() ? published : new Shelves(new Schooling(alone(settings)));
    this.models = models;
    this.clock = clock;
  }

  /// Drafts and published versions are learnt in one school.
  public Lessons(School school, Models models, Clock clock) {
    published = new Shelves(school);
    drafts = published;
    this.models = models;
    this.clock = clock;
  }

  private static Settings alone(Settings settings) {
    return new Settings(settings.aim(), settings.dense(), Optional.empty());
  }

  /// What was learnt in a school, by workspace.
  private record Shelves(School school, Map<Long, Shelf> byWorkspace) {

    Shelves(School school) {
      this(school, new ConcurrentHashMap<>());
    }

    Shelf of(long workspace) {
      return byWorkspace.computeIfAbsent(workspace, _ -> new Shelf());
    }

    Learnt learnt(long workspace, Matrix rows) {
      return of(workspace)
          .nearest(rows)
          .map(it -> it.with(rows, school.learn(it.retriever(), rows)))
          .orElseGet(() -> Learnt.whole(rows, school.learn(rows)));
    }
  }

  /// What is learnt of a draft's rows. Whoever asks for rows that are being learnt waits for them.
  public TrainedRetriever of(long workspace, Matrix rows) {
    return drafts.of(workspace).find(rows, () -> drafts.learnt(workspace, rows)).retriever();
  }

  /// What is learnt of a published version.
  ///
  /// @param used the version's rows that are used now; on another day they may be others
  public TrainedRetriever of(long workspace, int version, Matrix used) {
    var found =
        published
            .of(workspace)
            .find(
                used,
                () ->
                    recalled(workspace, version, used)
                        .orElseGet(() -> published.learnt(workspace, used)));
    if (found.keepAs(version)) {
      keep(workspace, version, found);
    }
    return found.retriever();
  }

  private Optional<Learnt> recalled(long workspace, int version, Matrix used) {
    return models
        .open(workspace, version)
        .flatMap(it -> read(used, it))
        .map(it -> Learnt.kept(used, it, version));
  }

  private Optional<TrainedRetriever> read(Matrix used, InputStream model) {
    try (model) {
      return Optional.of(published.school().recall(used, model));
    } catch (ModelUnfit | IOException e) {
      log.atInfo().addKeyValue("why", e.getMessage()).log("a kept model does not fit");
      return Optional.empty();
    }
  }

  private void keep(long workspace, int version, Learnt learnt) {
    try {
      models.keep(workspace, version, clock.instant(), learnt.retriever()::write);
    } catch (RuntimeException e) {
      log.atWarn()
          .addKeyValue("workspace", workspace)
          .addKeyValue("version", version)
          .setCause(e)
          .log("a model could not be kept; the next start learns it again");
    }
  }
}
