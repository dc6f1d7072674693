package dev.relevo.bot.responder.matrix;

import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Loop;
import dev.relevo.crm.workspace.Workspace;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.model.Aims;
import dev.relevo.knowledge.model.Lessons;
import dev.relevo.knowledge.retriever.Aim;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The published version of every workspace, trained. A new version, or a new day, is noticed
/// within a second, trained aside, and switched to at once: questions meanwhile are answered by the
/// old one, and other workspaces' versions do not wait for a large one. So is another aim, which
/// takes no training.
final class MatrixWatch extends Loop {

  private static final Logger log = LoggerFactory.getLogger(MatrixWatch.class);
  private static final Duration LOOK = Duration.ofMillis(500);

  /// Workspaces whose versions are trained at the same time.
  private static final int HANDS = 2;

  private record Current(int version, LocalDate day, Aim aim, Trained trained) {

    boolean is(int number, LocalDate today) {
      return version == number && day.equals(today);
    }

    /// Versions are numbered as they were published.
    static Current newer(Current one, Current other) {
      return other.version < one.version ? one : other;
    }
  }

  private final Matrices matrices;
  private final Lessons lessons;
  private final Aims aims;
  private final Workspaces workspaces;
  private final Runnable first;
  private final Clock clock;
  private final Map<WorkspaceId, Current> current = new ConcurrentHashMap<>();
  private final Set<WorkspaceId> aside = ConcurrentHashMap.newKeySet();
  private final Semaphore hands = new Semaphore(HANDS, true);
  private volatile boolean ended;

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
    ended = false;
    first.run();
    look();
  }

  @Override
  protected boolean round() {
    for (var workspace : workspaces.all()) {
      if (awaits(workspace).isPresent() && aside.add(workspace.id())) {
        Thread.ofVirtual()
            .name("matrix of " + workspace.id().value())
            .start(() -> Workload.TURNS.run(() -> lookAside(workspace)));
      }
    }
    return false;
  }

  @Override
  protected void closing() {
    ended = true;
  }

  /// Takes up what has changed since the last look, and returns when that is done.
  void look() {
    workspaces.all().forEach(this::look);
  }

  private void lookAside(Workspace workspace) {
    hands.acquireUninterruptibly();
    try {
      if (!ended) {
        look(workspace);
      }
    } finally {
      hands.release();
      aside.remove(workspace.id());
    }
  }

  private void look(Workspace workspace) {
    try {
      awaits(workspace).ifPresent(it -> switchTo(workspace, it));
    } catch (RuntimeException e) {
      if (!ended) {
        log.atError()
            .addKeyValue("workspace", workspace.id().value())
            .setCause(e)
            .log("a published matrix could not be taken up; the one before still answers");
      }
    }
  }

  /// The version that is to be taken up, if there is another than the one that answers.
  private OptionalInt awaits(Workspace workspace) {
    var number = matrices.publishedNumber(workspace.id().value()).orElse(0);
    var now = aimed(workspace.id());
    return number == 0 || (now != null && now.is(number, today(workspace)))
        ? OptionalInt.empty()
        : OptionalInt.of(number);
  }

  private LocalDate today(Workspace workspace) {
    return LocalDate.ofInstant(clock.instant(), workspace.zone());
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

  private void switchTo(Workspace workspace, int number) {
    var id = workspace.id();
    var day = today(workspace);
    var used = matrices.version(id.value(), number).orElseThrow().matrix().forPublication().on(day);
    var before = current.get(id);
    if (before != null && before.version() == number && before.trained().matrix().equals(used)) {
      current.put(id, new Current(number, day, before.aim(), before.trained()));
      return;
    }
    var started = System.nanoTime();
    var aim = aims.of(id.value());
    var trained = new Trained(number, used, lessons.of(id.value(), number, used)).aiming(aim);
    current.merge(id, new Current(number, day, aim, trained), Current::newer);
    log.atInfo()
        .addKeyValue("workspace", id.value())
        .addKeyValue("version", number)
        .addKeyValue("rows", used.rows().size())
        .addKeyValue("millis", Duration.ofNanos(System.nanoTime() - started).toMillis())
        .log("matrix taken up");
  }
}
