package dev.relevo.knowledge.draft;

import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps a draft in step with the newest version: makes it from that, and tells its rows' states
/// against it. What differs is looked for beforehand, so that editors wait only while that little
/// is written.
final class Comparing {

  private static final Editor RELEVO = new Editor(0, "relevo");

  private final DraftTable drafts;
  private final DraftRowTable rows;
  private final ComparedRowTable compared;
  private final Journal journal;
  private final Matrices matrices;
  private final Clock clock;
  private final TransactionTemplate transaction;

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

  /// The draft, made if it was not there, and compared with the newest version.
  DraftTable.Head opened(long workspaceId) {
    int newest = matrices.publishedNumber(workspaceId).orElse(0);
    return drafts
        .find(workspaceId)
        .filter(it -> it.comparedWith() == newest)
        .orElseGet(() -> compare(workspaceId));
  }

  private DraftTable.Head compare(long workspaceId) {
    var seen = seen(workspaceId);
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
          return written(workspaceId, before, seen);
        });
    return head;
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
    var stamp = new Stamp(0, RELEVO, clock.instant());
    new Editing(rows, workspaceId, stamp, Map.of())
        .take(new Edit.Step.Add(published, new Spot.Bottom()));
  }

  /// Of the rows that were edited meanwhile, all are looked at again.
  private DraftTable.Head written(long workspaceId, DraftTable.Head before, Seen seen) {
    var since = Set.copyOf(compared.since(workspaceId, seen.revision()));
    compared.take(
        workspaceId,
        seen.rows().stream()
            .filter(it -> seen.differing().contains(it.id()) || since.contains(it.id()))
            .toList());
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
