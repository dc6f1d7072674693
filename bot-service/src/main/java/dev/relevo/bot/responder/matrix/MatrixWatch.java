package dev.relevo.bot.responder.matrix;

import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Loop;
import dev.relevo.crm.workspace.Workspace;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.model.Aims;
import dev.relevo.knowledge.model.Lessons;
import dev.relevo.knowledge.retriever.Aim;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The published version of every workspace, trained. A new version, or a new day, is noticed
/// within a second, trained aside, and switched to at once: questions meanwhile are answered by the
/// old one. So is another aim, which takes no training.
final class MatrixWatch extends Loop {

  private static final Logger log = LoggerFactory.getLogger(MatrixWatch.class);
  private static final Duration LOOK = Duration.ofMillis(500);

  private record Current(int version, LocalDate day, Aim aim, Trained trained) {

    boolean is(int number, LocalDate today) {
      return version == number && day.equals(today);
    }
  }

  private final Matrices matrices;
  private final Lessons lessons;
  private final Aims aims;
  private final Workspaces workspaces;
  private final Runnable first;
  private final Clock clock;
  private final Map<WorkspaceId, Current> current = new ConcurrentHashMap<>();

  /// @param first publishes what a new installation starts with
  MatrixWatch(
      Matrices matrices,
      Lessons lessons,
      Aims aims,
      Workspaces workspaces,
      Runnable first,
      Clock clock) {
    super("matrix", Workload.TURNS, LOOK, Order.KNOWLEDGE);
    this.matrices = matrices;
    this.lessons = lessons;
    this.aims = aims;
    this.workspaces = workspaces;
    this.first = first;
    this.clock = clock;
  }

  /// What answers now; empty before anything was published.
  Optional<Trained> trained(WorkspaceId workspace) {
    return Optional.ofNullable(current.get(workspace)).map(Current::trained);
  }

  @Override
  protected void opening() {
    first.run();
    look();
  }

  @Override
  protected boolean round() {
    look();
    return false;
  }

  /// Takes up what has changed since the last look.
  synchronized void look() {
    for (var workspace : workspaces.all()) {
      try {
        look(workspace);
      } catch (RuntimeException e) {
        log.atError()
            .addKeyValue("workspace", workspace.id().value())
            .setCause(e)
            .log("a published matrix could not be taken up; the one before still answers");
      }
    }
  }

  private void look(Workspace workspace) {
    var number = matrices.publishedNumber(workspace.id().value()).orElse(0);
    var day = LocalDate.ofInstant(clock.instant(), workspace.zone());
    var now = aimed(workspace.id());
    if (number == 0 || (now != null && now.is(number, day))) {
      return;
    }
    matrices
        .version(workspace.id().value(), number)
        .ifPresent(
            it -> switchTo(workspace.id(), number, day, it.matrix().forPublication().on(day), now));
  }

  private @Nullable Current aimed(WorkspaceId workspace) {
    return current.computeIfPresent(
        workspace,
        (_, now) -> {
          var aim = aims.of(workspace.value());
          return now.aim().equals(aim)
              ? now
              : new Current(now.version(), now.day(), aim, now.trained().aiming(aim));
        });
  }

  private void switchTo(
      WorkspaceId workspace, int number, LocalDate day, Matrix used, @Nullable Current before) {
    if (before != null && before.version() == number && before.trained().matrix().equals(used)) {
      current.put(workspace, new Current(number, day, before.aim(), before.trained()));
      return;
    }
    var started = System.nanoTime();
    var aim = aims.of(workspace.value());
    var trained =
        new Trained(number, used, lessons.of(workspace.value(), number, used)).aiming(aim);
    current.put(workspace, new Current(number, day, aim, trained));
    log.atInfo()
        .addKeyValue("workspace", workspace.value())
        .addKeyValue("version", number)
        .addKeyValue("rows", used.rows().size())
        .addKeyValue("millis", Duration.ofNanos(System.nanoTime() - started).toMillis())
        .log("matrix taken up");
  }
}
