package dev.relevo.knowledge.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.knowledge.KnowledgeDatabase;
import dev.relevo.knowledge.draft.Edit.Step;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.matrix.RowState;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/// Random walks of two editors and a publisher: after every step the draft on PostgreSQL holds what
/// a plain model in memory holds, and the bot's version never changes but by publishing.
class DraftsWalkIT {

  private static final int STEPS = 120;

  private static final DataSource DATABASE = KnowledgeDatabase.oneConnection();

  private final DataSourceTransactionManager transactions =
      new DataSourceTransactionManager(DATABASE);
  private final Matrices matrices = new Matrices(DATABASE, transactions);
  private final Drafts drafts = new Drafts(DATABASE, transactions, matrices, Clock.systemUTC());
  private final long workspace = KnowledgeDatabase.newWorkspace();
  private final Model model = new Model();
  private final Map<Integer, Map<String, Long>> seen = new HashMap<>();
  private final Map<String, Long> lastChange = new HashMap<>();

  /// A row as the model knows it.
  private record Line(String id, String answer, boolean leaves) {}

  /// What an editor did to a line; none before: they added it.
  ///
  /// @param moved whether only its place changed
  private record Past(Optional<Line> before, Line after, boolean moved) {}

  /// What an editor can take back and do again, the newest last.
  private record Hand(List<Past> done, List<Past> undone) {}

  /// The draft without any database: lists of lines.
  private static final class Model {
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, String> published = new HashMap<>();
    private final Map<Integer, Hand> hands = new HashMap<>();

    Hand hand(int editor) {
      return hands.computeIfAbsent(editor, _ -> new Hand(new ArrayList<>(), new ArrayList<>()));
    }

    void did(int editor, Past past) {
      hand(editor).done().add(past);
      hand(editor).undone().clear();
    }

    int at(String id) {
      return lines.stream().map(Line::id).toList().indexOf(id);
    }

    /// Whether what was left of a line is still there, as far as it would be changed.
    boolean stands(Optional<Line> wanted, Line left) {
      if (at(left.id()) < 0) {
        return false;
      }
      var now = lines.get(at(left.id()));
      if (wanted.isEmpty()) {
        return now.equals(left) && !published.containsKey(left.id());
      }
      var other = wanted.get();
      return (other.answer().equals(left.answer()) || now.answer().equals(left.answer()))
          && (other.leaves() == left.leaves() || now.leaves() == left.leaves());
    }

    void turn(Line wanted, Line left) {
      var now = lines.get(at(left.id()));
      lines.set(
          at(left.id()),
          new Line(
              left.id(),
              wanted.answer().equals(left.answer()) ? now.answer() : wanted.answer(),
              wanted.leaves() == left.leaves() ? now.leaves() : wanted.leaves()));
    }

    /// Takes the places over; only they may differ.
    void inOrderOf(List<String> ids) {
      lines.sort(Comparator.comparingInt(it -> ids.indexOf(it.id())));
    }

    RowState state(Line line) {
      if (line.leaves()) {
        return RowState.TO_DELETE;
      }
      if (line.answer().isEmpty()) {
        return RowState.NEW_QUESTION;
      }
      var live = published.get(line.id());
      if (live == null) {
        return RowState.NEW;
      }
      return live.equals(line.answer()) ? RowState.PROGRAMMED : RowState.CHANGE_REQUESTED;
    }

    void publish() {
      lines.removeIf(Line::leaves);
      published.clear();
      lines.stream()
          .filter(it -> !it.answer().isEmpty())
          .forEach(it -> published.put(it.id(), it.answer()));
    }

    List<String> shown() {
      return lines.stream().map(it -> it.id() + " " + it.answer() + " " + state(it)).toList();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 42, 2026, 31337, 777})
  void theDraftDoesWhatTheModelDoes(long seed) {
    var random = new Random(seed);
    for (int step = 0; step < STEPS; step++) {
      var live = matrices.publishedNumber(workspace);
      var what = walk(random, step);
      assertThat(shown()).as("seed %s, step %s: %s", seed, step, what).isEqualTo(model.shown());
      if (!what.equals("publish")) {
        assertThat(matrices.publishedNumber(workspace)).isEqualTo(live);
      }
    }
  }

  private String walk(Random random, int step) {
    int editor = 1 + random.nextInt(2);
    return switch (random.nextInt(12)) {
      case 0, 1 -> add(editor, random, "R" + step);
      case 2, 3 -> change(editor, random, step);
      case 4 -> move(editor, random);
      case 5 -> mark(editor, random);
      case 6, 7 -> undo(editor);
      case 8 -> redo(editor);
      case 9 -> publish();
      default -> look(editor);
    };
  }

  private String add(int editor, Random random, String id) {
    int at = random.nextInt(model.lines.size() + 1);
    var answer = random.nextInt(4) == 0 ? "" : "a" + id;
    var spot = at == 0 ? new Spot.Top() : new Spot.Below(new RowId(model.lines.get(at - 1).id()));
    var edited = apply(editor, new Step.Add(List.of(row(id, answer)), spot));
    var line = new Line(id, answer, false);
    remember(
        edited,
        () -> {
          model.lines.add(at, line);
          model.did(editor, new Past(Optional.empty(), line, false));
        });
    return "add " + id;
  }

  private String change(int editor, Random random, int step) {
    if (model.lines.isEmpty()) {
      return "nothing to change";
    }
    int at = random.nextInt(model.lines.size());
    var line = model.lines.get(at);
    var live = model.published.get(line.id());
    var answer = live != null && random.nextBoolean() ? live : "b" + step;
    var edited = apply(editor, new Step.Put(row(line.id(), answer), seen(editor, line)));
    if (isStale(editor, line)) {
      assertThat(edited).isInstanceOf(Edited.Conflict.class);
      look(editor);
      return "stale change of " + line.id();
    }
    replaced(editor, edited, at, new Line(line.id(), answer, line.leaves()));
    look(editor);
    return "change " + line.id();
  }

  private String mark(int editor, Random random) {
    if (model.lines.isEmpty()) {
      return "nothing to mark";
    }
    int at = random.nextInt(model.lines.size());
    var line = model.lines.get(at);
    var edited =
        apply(editor, new Step.Mark(new RowId(line.id()), !line.leaves(), seen(editor, line)));
    if (isStale(editor, line)) {
      assertThat(edited).isInstanceOf(Edited.Conflict.class);
    } else {
      replaced(editor, edited, at, new Line(line.id(), line.answer(), !line.leaves()));
    }
    look(editor);
    return "mark " + line.id();
  }

  private String move(int editor, Random random) {
    if (model.lines.size() < 2) {
      return "nothing to move";
    }
    int from = random.nextInt(model.lines.size());
    int to = random.nextInt(model.lines.size() - 1);
    var others = new ArrayList<>(model.lines);
    var line = others.remove(from);
    var spot = to == 0 ? new Spot.Top() : new Spot.Below(new RowId(others.get(to - 1).id()));
    others.add(to, line);
    if (apply(editor, new Step.Move(new RowId(line.id()), spot)) instanceof Edited.Done) {
      model.lines.clear();
      model.lines.addAll(others);
      model.did(editor, new Past(Optional.of(line), line, true));
    }
    return "move " + line.id();
  }

  private String undo(int editor) {
    var hand = model.hand(editor);
    var edited = drafts.undo(workspace, editor(editor));
    if (hand.done().isEmpty()) {
      assertThat(edited).isInstanceOf(Edited.Unchanged.class);
      return "nothing to undo";
    }
    var past = hand.done().removeLast();
    if (past.moved()) {
      if (edited instanceof Edited.Done) {
        hand.undone().add(past);
        model.inOrderOf(ids());
      }
      return "undo a move";
    }
    if (!model.stands(past.before(), past.after())) {
      assertThat(edited).isInstanceOf(Edited.Conflict.class);
      return "undo in vain";
    }
    remember(
        edited,
        () -> {
          past.before()
              .ifPresentOrElse(
                  it -> model.turn(it, past.after()),
                  () -> model.lines.remove(model.at(past.after().id())));
          hand.undone().add(past);
        });
    return "undo";
  }

  private String redo(int editor) {
    var hand = model.hand(editor);
    var edited = drafts.redo(workspace, editor(editor));
    if (hand.undone().isEmpty()) {
      assertThat(edited).isInstanceOf(Edited.Unchanged.class);
      return "nothing to redo";
    }
    var past = hand.undone().removeLast();
    if (past.moved()) {
      if (edited instanceof Edited.Done) {
        hand.done().add(past);
        model.inOrderOf(ids());
      }
      return "redo a move";
    }
    boolean stands =
        past.before()
            .map(it -> model.stands(Optional.of(past.after()), it))
            .orElseGet(() -> model.at(past.after().id()) < 0);
    if (!stands) {
      assertThat(edited).isInstanceOf(Edited.Conflict.class);
      return "redo in vain";
    }
    remember(
        edited,
        () -> {
          past.before()
              .ifPresentOrElse(
                  it -> model.turn(past.after(), it), () -> model.lines.add(past.after()));
          model.inOrderOf(ids());
          hand.done().add(past);
        });
    return "redo";
  }

  private String publish() {
    var matrix = drafts.snapshot(workspace).matrix();
    if (matrix.forPublication().rows().isEmpty()) {
      return "nothing to publish";
    }
    matrices.publish(workspace, matrix, "ana", "", Instant.EPOCH);
    model.publish();
    assertThat(matrices.published(workspace).orElseThrow().matrix().rows())
        .extracting(it -> it.id().value(), Row::answer)
        .containsExactlyElementsOf(
            model.lines.stream()
                .filter(it -> model.published.containsKey(it.id()))
                .map(it -> org.assertj.core.groups.Tuple.tuple(it.id(), it.answer()))
                .toList());
    return "publish";
  }

  /// The editor sees everything anew.
  private String look(int editor) {
    var revisions = new HashMap<String, Long>();
    drafts
        .page(workspace, Filter.NONE, Optional.empty(), 1_000)
        .rows()
        .forEach(it -> revisions.put(it.row().id().value(), it.revision()));
    seen.put(editor, revisions);
    return "look";
  }

  private long seen(int editor, Line line) {
    return seen.getOrDefault(editor, Map.of()).getOrDefault(line.id(), 0L);
  }

  private boolean isStale(int editor, Line line) {
    return lastChange.getOrDefault(line.id(), 0L) > seen(editor, line);
  }

  private void replaced(int editor, Edited edited, int at, Line line) {
    remember(
        edited,
        () -> {
          var before = model.lines.set(at, line);
          model.did(editor, new Past(Optional.of(before), line, false));
        });
  }

  private void remember(Edited edited, Runnable change) {
    if (edited instanceof Edited.Done(var revision, var rows, _)) {
      change.run();
      rows.forEach(it -> lastChange.put(it.row().id().value(), revision));
    } else {
      assertThat(edited).isInstanceOf(Edited.Unchanged.class);
    }
  }

  private Edited apply(int editor, Step step) {
    return drafts.apply(workspace, editor(editor), Edit.of(step));
  }

  private List<String> shown() {
    return drafts.snapshot(workspace).matrix().rows().stream()
        .map(it -> it.id() + " " + it.answer() + " " + it.state())
        .toList();
  }

  private List<String> ids() {
    return drafts.snapshot(workspace).matrix().rows().stream().map(it -> it.id().value()).toList();
  }

  private static Editor editor(int number) {
    return new Editor(number, "E" + number);
  }

  private static Row row(String id, String answer) {
    return Row.answering(new RowId(id), Locale.of("es"), "q " + id, List.of(), answer);
  }
}
