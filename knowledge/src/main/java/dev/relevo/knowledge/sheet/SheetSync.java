package dev.relevo.knowledge.sheet;

import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.draft.Edit;
import dev.relevo.knowledge.draft.Edited;
import dev.relevo.knowledge.draft.Editor;
import dev.relevo.knowledge.draft.Load;
import dev.relevo.knowledge.draft.Snapshot;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.MatrixImport;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.matrix.RowState;
import dev.relevo.knowledge.sentence.Sentence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps every connected sheet in step with its draft, round by round: what the sheet changed
/// becomes one edit of the draft, then the draft is written to the sheet. On any number of replicas
/// one makes a sheet's round.
public final class SheetSync {

  private static final Logger log = LoggerFactory.getLogger(SheetSync.class);

  /// Who edits the draft for the sheet.
  private static final Editor GOOGLE = new Editor(0, "Google Sheets");

  /// A round that takes longer was given up, or its machine is gone.
  private static final Duration LONGEST_ROUND = Duration.ofMinutes(10);

  private static final Duration AT_ONCE = Duration.ofSeconds(2);
  private static final Duration RAREST = Duration.ofHours(1);
  private static final int LISTED = 20;

  private final Sheets sheets;
  private final TurnTable turns;
  private final Drafts drafts;
  private final LongFunction<Locale> languages;
  private final Clock clock;

  /// @param dataSource a database with the tables of `V013__sheet_sync.sql`
  /// @param languages of the workspaces: that of words such as yes and no in their sheets
  public SheetSync(
      DataSource dataSource,
      Sheets sheets,
      Drafts drafts,
      LongFunction<Locale> languages,
      Clock clock) {
    this.turns = new TurnTable(dataSource);
    this.sheets = sheets;
    this.drafts = drafts;
    this.languages = languages;
    this.clock = clock;
  }

  /// How a workspace's sheet and draft stand; empty while no sheet is connected.
  public Optional<Standing> standing(long workspace) {
    return sheets.link(workspace).flatMap(link -> standing(workspace, link));
  }

  private Optional<Standing> standing(long workspace, Link link) {
    return turns
        .state(workspace)
        .map(it ->
            new Standing(
                link,
                it.connectedBy(),
                it.claimedUntil().filter(until -> until.isAfter(clock.instant())).isPresent(),
                it.due(),
                it.pulledAt(),
                it.pushedAt(),
                it.fault(),
                it.problems(),
                sheets.conflicts(workspace, languages.apply(workspace)),
                turns.rounds(workspace)));
  }

  /// Asks for a round now, whatever failed before.
  public void soon(long workspace) {
    turns.due(workspace, clock.instant());
  }

  /// Makes the round that is due; false when none is. Asks Google: call it outside any transaction.
  ///
  /// @param every how long after a round the next begins
  public boolean syncNext(Duration every) {
    var now = clock.instant();
    var turn = turns.claim(now, now.plus(LONGEST_ROUND));
    turn.ifPresent(it -> end(it, round(it), every));
    return turn.isPresent();
  }

  private sealed interface Outcome {

    record Told(Round round) implements Outcome {}

    record Failed(Sentence why, List<MatrixImport.Rejected> problems, Optional<Duration> retryAfter)
        implements Outcome {}
  }

  private void end(Turn turn, Outcome outcome, Duration every) {
    switch (outcome) {
      case Outcome.Told(var round) -> turns.done(turn, round, clock.instant().plus(every));
      case Outcome.Failed(var why, var rejected, var wait) -> {
        var problems = rejected.stream().flatMap(it -> it.problems().stream()).limit(LISTED);
        var later = wait.orElseGet(() -> rarer(every, turn.failures()));
        turns.failed(turn, why, problems.toList(), clock.instant().plus(later));
      }
    }
  }

  /// Twice as long after every failure, an hour at most.
  private static Duration rarer(Duration every, int failures) {
    var later = every.multipliedBy(1L << Math.min(failures, 10));
    return later.compareTo(RAREST) < 0 ? later : RAREST;
  }

  private Outcome round(Turn turn) {
    try {
      var draft = drafts.snapshot(turn.workspace());
      var language = languages.apply(turn.workspace());
      return switch (sheets.pull(turn.workspace(), draft.matrix(), language)) {
        case Pulled.Refused(var why, var wait) -> new Outcome.Failed(why, List.of(), wait);
        case Pulled.Unsound(var problems) ->
            new Outcome.Failed(
                Sentence.of("sheet.unsound", problems.problems().size() + problems.more()),
                List.of(problems),
                Optional.empty());
        case Pulled.Ready ready -> merged(turn.workspace(), draft, ready, language);
      };
    } catch (RuntimeException e) {
      // The turn ends with it, or nobody would try again before its claim runs out.
      log.atError()
          .addKeyValue("workspace", turn.workspace())
          .setCause(e)
          .log("a sheet could not be put in step");
      return new Outcome.Failed(Sentence.of("sheet.failed"), List.of(), Optional.empty());
    }
  }

  private Outcome merged(long workspace, Snapshot draft, Pulled.Ready ready, Locale language) {
    return switch (drafts.apply(workspace, GOOGLE, edit(draft, ready))) {
      case Edited.Done _, Edited.Unchanged _ -> {
        var ours = drafts.snapshot(workspace).matrix();
        yield switch (sheets.push(workspace, ready.seen(), ours, language)) {
          case Pushed.Refused(var why, var wait) -> new Outcome.Failed(why, List.of(), wait);
          case Pushed.Done pushed -> new Outcome.Told(told(draft, ready, pushed, clock.instant()));
        };
      }
      case Edited.Conflict _, Edited.Refused _ ->
          new Outcome.Failed(Sentence.of("sheet.moved"), List.of(), Optional.of(AT_ONCE));
    };
  }

  /// A row that an editor changes after the snapshot is a conflict, and the round is made again.
  private static Edit edit(Snapshot draft, Pulled.Ready ready) {
    var steps = new ArrayList<>(Load.MERGE.edit(draft, new Matrix(ready.changed())).steps());
    for (var id : ready.removed()) {
      if (draft.matrix().row(id).filter(it -> it.state() != RowState.TO_DELETE).isPresent()) {
        steps.add(new Edit.Step.Mark(id, true, draft.revision()));
      }
    }
    return new Edit(steps);
  }

  private static Round told(Snapshot draft, Pulled.Ready ready, Pushed.Done pushed, Instant at) {
    int added = (int) ready.changed().stream().filter(it -> isNew(draft.matrix(), it.id())).count();
    return new Round(
        at,
        ready.changed().size() - added,
        added,
        ready.removed().size(),
        pushed.cells(),
        pushed.removed(),
        ready.conflicts().size());
  }

  private static boolean isNew(Matrix draft, RowId id) {
    return draft.row(id).isEmpty();
  }
}
