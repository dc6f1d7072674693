package dev.relevo.knowledge.draft;

import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps a draft in step with the newest version: makes it from that, and tells its rows' states
/// against it. What differs is looked for beforehand and written a piece at a time, so that editors
/// wait only for one of them. Whoever looks at a draft that is being compared sees it as it is.
final class Comparing {

  private static final Logger log = LoggerFactory.getLogger(Comparing.class);
  private static final Editor RELEVO = new Editor(0, "relevo");

  /// Rows that are written while editors wait.
  private static final int PIECE = 1_000;

  /// With more rows than this, nobody waits for it.
  private static final int LARGE = 4_000;

  private final DraftTable drafts;
  private final DraftRowTable rows;
  private final ComparedRowTable compared;
  private final Journal journal;
  private final Matrices matrices;
  private final Clock clock;
  private final TransactionTemplate transaction;

  /// Held by whoever makes or compares a workspace's draft.
  private final Map<Long, Lock> turns = new ConcurrentHashMap<>();

  /// @param transaction in which a draft is written; one that is already open is joined
  Comparing(
      DataSource dataSource, Matrices matrices, Clock clock, TransactionTemplate transaction) {
    drafts = new DraftTable(dataSource);
    rows = new DraftRowTable(dataSource);
    compared = new ComparedRowTable(dataSource);
    journal = new Journal(dataSource);
    this.matrices = matrices;
    this.clock = clock;
    this.transaction = transaction;
  }

  /// A version, and which of its rows the draft held for others at one of its revisions.
  private record Seen(int version, List<Row> rows, Set<RowId> differing, long revision) {}

  /// The draft, made if it was not there, and compared with the newest version; with a large one
  /// soon.
  ///
  /// @throws DraftBusy when it is not there yet and somebody else takes long to make it
  DraftTable.Head opened(long workspaceId) {
    var before = drafts.find(workspaceId);
    if (before.filter(it -> isNewest(workspaceId, it)).isPresent()) {
      return before.get();
    }
    var turn = turns.computeIfAbsent(workspaceId, _ -> new ReentrantLock());
    if (before.isPresent() && isLarge(workspaceId)) {
      Thread.startVirtualThread(() -> compareAside(workspaceId, turn));
      return before.get();
    }
    if (!turn.tryLock() && (before.isPresent() || !awaited(turn))) {
      return before.orElseThrow(DraftBusy::new);
    }
    try {
      return compared(workspaceId);
    } catch (DraftBusy busy) {
      return before.orElseThrow(() -> busy);
    } finally {
      turn.unlock();
    }
  }

  private void compareAside(long workspaceId, Lock turn) {
    if (!turn.tryLock()) {
      return;
    }
    try {
      compared(workspaceId);
    } catch (RuntimeException e) {
      log.atWarn()
          .addKeyValue("workspace", workspaceId)
          .setCause(e)
          .log("a draft could not be compared; it is tried again when somebody looks at it");
    } finally {
      turn.unlock();
    }
  }

  private DraftTable.Head compared(long workspaceId) {
    return drafts
        .find(workspaceId)
        .filter(it -> isNewest(workspaceId, it))
        .orElseGet(() -> compare(workspaceId));
  }

  private boolean isNewest(long workspaceId, DraftTable.Head head) {
    return head.comparedWith() == matrices.publishedNumber(workspaceId).orElse(0);
  }

  private boolean isLarge(long workspaceId) {
    return matrices
        .publishedNumber(workspaceId)
        .flatMap(it -> matrices.about(workspaceId, it))
        .filter(it -> it.rows() > LARGE)
        .isPresent();
  }

  private static boolean awaited(Lock turn) {
    try {
      return turn.tryLock(DraftTable.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private DraftTable.Head compare(long workspaceId) {
    var seen = seen(workspaceId);
    var pieces = pieces(seen);
    for (var piece : pieces.subList(0, Math.max(0, pieces.size() - 1))) {
      transaction.executeWithoutResult(_ -> {
        if (drafts.lock(workspaceId).comparedWith() < seen.version()) {
          compared.take(workspaceId, piece);
        }
      });
    }
    var head =
        transaction.execute(_ -> {
          drafts.insert(workspaceId);
          var before = drafts.lock(workspaceId);
          if (before.comparedWith() >= seen.version()) {
            return before;
          }
          if (before.equals(DraftTable.Head.NEW)) {
            begin(workspaceId, seen.rows());
          }
          return written(
              workspaceId, before, seen, pieces.isEmpty() ? List.of() : pieces.getLast());
        });
    return head;
  }

  private static List<List<Row>> pieces(Seen seen) {
    var differing = seen.rows().stream().filter(it -> seen.differing().contains(it.id())).toList();
    var pieces = new ArrayList<List<Row>>();
    for (int from = 0; from < differing.size(); from += PIECE) {
      pieces.add(differing.subList(from, Math.min(differing.size(), from + PIECE)));
    }
    return pieces;
  }

  private Seen seen(long workspaceId) {
    long revision = drafts.find(workspaceId).map(DraftTable.Head::revision).orElse(-1L);
    var newest = matrices.published(workspaceId);
    var version = newest.map(it -> it.matrix().rows()).orElse(List.of());
    return new Seen(
        newest.map(Matrices.Published::number).orElse(0),
        version,
        compared.differing(workspaceId, version),
        revision);
  }

  private void begin(long workspaceId, List<Row> published) {
    var positions = Between.of(Optional.empty(), Optional.empty(), published.size());
    var stored = new ArrayList<Stored>();
    for (int at = 0; at < published.size(); at++) {
      stored.add(new Stored(published.get(at), positions.get(at), false));
    }
    rows.insertPublished(workspaceId, stored, new Stamp(0, RELEVO, clock.instant()));
  }

  /// Of the rows that were edited meanwhile, all are looked at again.
  ///
  /// @param last the rows known to differ that are not written yet
  private DraftTable.Head written(
      long workspaceId, DraftTable.Head before, Seen seen, List<Row> last) {
    compared.take(workspaceId, last);
    if (!before.equals(DraftTable.Head.NEW)) {
      var since = Set.copyOf(compared.since(workspaceId, seen.revision()));
      compared.take(
          workspaceId, seen.rows().stream().filter(it -> since.contains(it.id())).toList());
    }
    compared.forget(workspaceId, seen.rows());
    var left = compared.left(workspaceId);
    var after = new DraftTable.Head(before.revision() + (left.isEmpty() ? 0 : 1), seen.version());
    if (!left.isEmpty()) {
      remove(workspaceId, left, after.revision());
    }
    drafts.update(workspaceId, after);
    return after;
  }

  private void remove(long workspaceId, List<RowId> left, long revision) {
    var stamp = new Stamp(revision, RELEVO, clock.instant());
    var editing = new Editing(rows, workspaceId, stamp, rows.find(workspaceId, left));
    left.forEach(editing::remove);
    journal.write(workspaceId, stamp, PastEdit.Kind.PUBLISH, editing.finished());
  }
}
