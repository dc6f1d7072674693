package dev.relevo.knowledge.draft;

import dev.relevo.knowledge.draft.EditedRowTable.Change;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.RowId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The working copies of every workspace's matrix, in PostgreSQL. A draft is made from the
/// published version when it is first looked at; edits come one after the other, each with its
/// author, and an edit of a row that changed since its editor saw it overwrites nothing. Whoever
/// would have to wait for another's edit for more than a few seconds gets a [DraftBusy].
public final class Drafts {

  private final DraftTable drafts;
  private final DraftRowTable rows;
  private final DraftRowQueries queries;
  private final Journal journal;
  private final Comparing comparing;
  private final Clock clock;
  private final TransactionTemplate transaction;

  /// @param dataSource a database with the tables of `V006__draft.sql`
  /// @param transactions of the same data source; a transaction that is already open is joined
  public Drafts(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      Matrices matrices,
      Clock clock) {
    drafts = new DraftTable(dataSource);
    rows = new DraftRowTable(dataSource);
    queries = new DraftRowQueries(dataSource);
    journal = new Journal(dataSource);
    this.clock = clock;
    transaction = new TransactionTemplate(transactions);
    comparing = new Comparing(dataSource, matrices, clock, transaction);
  }

  /// The draft at a glance.
  public Overview overview(long workspaceId) {
    var head = opened(workspaceId);
    return new Overview(
        head.revision(),
        head.comparedWith(),
        queries.states(workspaceId),
        queries.categories(workspaceId),
        queries.languages(workspaceId));
  }

  /// The number that every edit raises: one look into an index.
  public long revision(long workspaceId) {
    return opened(workspaceId).revision();
  }

  /// Rows that pass the filter.
  ///
  /// @param below the row they follow; empty: from the top
  /// @param most at most that many
  public Page page(long workspaceId, Filter filter, Optional<RowId> below, int most) {
    opened(workspaceId);
    var found = queries.rows(workspaceId, filter, below, most + 1);
    return new Page(found.subList(0, Math.min(most, found.size())), found.size() > most);
  }

  /// How many rows pass the filter.
  public int count(long workspaceId, Filter filter) {
    opened(workspaceId);
    return queries.count(workspaceId, filter);
  }

  /// One row.
  public Optional<DraftRow> row(long workspaceId, RowId id) {
    opened(workspaceId);
    return queries.find(workspaceId, List.of(id)).stream().findFirst();
  }

  /// Several rows, in the draft's order; those that are not there are left out.
  public List<DraftRow> rows(long workspaceId, Collection<RowId> ids) {
    opened(workspaceId);
    return queries.find(workspaceId, ids);
  }

  /// Ids that no row has, in the manner of another: after `ENV-003`, the number that follows the
  /// highest `ENV-…`.
  public List<RowId> freeIds(long workspaceId, String like, int count) {
    var prefix = like.replaceFirst("[0-9]+$", "");
    int width = like.length() - prefix.length();
    long last = queries.lastNumber(workspaceId, prefix);
    return LongStream.rangeClosed(last + 1, last + count)
        .mapToObj(it -> new RowId(prefix + ("%0" + Math.max(1, width) + "d").formatted(it)))
        .toList();
  }

  /// The row right above another; empty for the first and for a row that is not there.
  public Optional<RowId> above(long workspaceId, RowId id) {
    return queries.above(workspaceId, id);
  }

  /// The whole draft as it is at one moment. Editors do not wait for it.
  public Snapshot snapshot(long workspaceId) {
    opened(workspaceId);
    return queries.snapshot(workspaceId);
  }

  /// What was done to a row, newest first, at most 100 edits.
  public List<PastEdit> history(long workspaceId, RowId id) {
    return journal.history(workspaceId, id);
  }

  /// Makes an edit, wholly or not at all.
  public Edited apply(long workspaceId, Editor editor, Edit edit) {
    return edited(
        workspaceId,
        head -> {
          var found = rows.find(workspaceId, Judgement.named(edit));
          var objection = Judgement.on(edit, found);
          if (objection.isPresent()) {
            return objected(workspaceId, objection.get());
          }
          var stamp = stamp(head, editor);
          var editing = new Editing(rows, workspaceId, stamp, found);
          edit.steps().forEach(editing::take);
          return done(workspaceId, head, stamp, editing.finished(), PastEdit.Kind.EDIT);
        });
  }

  /// Takes back the editor's newest edit that stands, as a new edit. Where somebody changed since
  /// what it changed, it is a conflict, nothing is done, and the edit stays for good.
  public Edited undo(long workspaceId, Editor editor) {
    return edited(
        workspaceId,
        head ->
            journal
                .undoable(workspaceId, editor)
                .map(it -> turned(workspaceId, head, stamp(head, editor), it))
                .orElseGet(Edited.Unchanged::new));
  }

  /// Does again what the editor undid last, unless they have edited since.
  public Edited redo(long workspaceId, Editor editor) {
    return edited(
        workspaceId,
        head ->
            journal
                .redoable(workspaceId, editor)
                .map(it -> turned(workspaceId, head, stamp(head, editor), it))
                .orElseGet(Edited.Unchanged::new));
  }

  private Edited turned(long workspaceId, DraftTable.Head head, Stamp stamp, Journal.Turn turn) {
    var found = rows.find(workspaceId, turn.changes().stream().map(Change::id).toList());
    var objection = Judgement.onTurning(turn.changes(), found);
    if (objection.isPresent()) {
      journal.settle(workspaceId, turn);
      return objected(workspaceId, objection.get());
    }
    var editing = new Editing(rows, workspaceId, stamp, found);
    turn.changes().forEach(editing::turn);
    journal.turned(workspaceId, turn);
    return done(workspaceId, head, stamp, editing.finished(), turn.kind());
  }

  private Edited done(
      long workspaceId,
      DraftTable.Head head,
      Stamp stamp,
      List<Change> changes,
      PastEdit.Kind kind) {
    if (changes.isEmpty()) {
      return new Edited.Unchanged();
    }
    drafts.update(workspaceId, new DraftTable.Head(stamp.revision(), head.comparedWith()));
    journal.write(workspaceId, stamp, kind, changes);
    var ids = changes.stream().map(Change::id).toList();
    var gone = changes.stream().filter(it -> it.after().isEmpty()).map(Change::id).toList();
    return new Edited.Done(stamp.revision(), queries.find(workspaceId, ids), gone);
  }

  private Edited objected(long workspaceId, Judgement.Objection objection) {
    return switch (objection) {
      case Judgement.Objection.No(var refused) -> refused;
      case Judgement.Objection.Clash(var yours) -> {
        var clashes = new ArrayList<Edited.Clash>();
        yours.forEach((id, row) ->
            clashes.add(
                new Edited.Clash(
                    id, queries.find(workspaceId, List.of(id)).stream().findFirst(), row)));
        yield new Edited.Conflict(clashes);
      }
    };
  }

  private Edited edited(long workspaceId, Function<DraftTable.Head, Edited> making) {
    opened(workspaceId);
    var edited = transaction.execute(_ -> making.apply(drafts.lock(workspaceId)));
    return edited;
  }

  private Stamp stamp(DraftTable.Head head, Editor editor) {
    return new Stamp(head.revision() + 1, editor, clock.instant());
  }

  private DraftTable.Head opened(long workspaceId) {
    return comparing.opened(workspaceId);
  }
}
