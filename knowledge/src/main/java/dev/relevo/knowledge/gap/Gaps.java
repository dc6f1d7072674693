package dev.relevo.knowledge.gap;

import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.matrix.RowState;
import dev.relevo.knowledge.retriever.Query;
import dev.relevo.knowledge.retriever.Reading;
import dev.relevo.knowledge.retriever.Retriever;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Questions that went wrong, grouped by likeness, and what is made of them.
public final class Gaps {

  private static final int LISTED = 200;
  private static final int SHOWN = 50;
  private static final int VARIANTS = 20;
  private static final int CHECKED = 5_000;
  private static final int ASKED_AT_ONCE = 1_000;

  private final Matrices matrices;
  private final Spoken spoken;
  private final Editing editing;
  private final AskedTable asked;
  private final GapTable gaps;
  private final QuestionTable questions;
  private final Grouping grouping;
  private final FigureTable figures;
  private final TransactionTemplate transaction;

  /// @param dataSource a database with the tables of `V010__gap.sql`
  /// @param transactions of the same data source; a transaction that is already open is joined
  public Gaps(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      Matrices matrices,
      Spoken spoken,
      Editing editing) {
    this.matrices = matrices;
    this.spoken = spoken;
    this.editing = editing;
    asked = new AskedTable(dataSource);
    gaps = new GapTable(dataSource);
    questions = new QuestionTable(dataSource);
    grouping = new Grouping(gaps, questions);
    figures = new FigureTable(dataSource);
    transaction = new TransactionTemplate(transactions);
  }

  /// Takes in what became true, in its order, wholly or not at all.
  public void learn(List<Fact> facts) {
    transaction.executeWithoutResult(_ -> {
      var tally = new Tally();
      learning(tally).learn(facts);
      figures.add(tally);
    });
  }

  /// A colleague says of a customer's question that the matrix should do better.
  ///
  /// @param by the member
  /// @param suggestion what should be answered; may be empty
  /// @return the gap it lies in
  public long suggest(Fact.Question question, String by, String suggestion) {
    if (question.text().isBlank()) {
      throw new IllegalArgumentException("a question has words");
    }
    return transaction.execute(_ -> {
      var line = asked.find(question.workspace(), question.message());
      return grouping.keep(
          question.workspace(),
          new Gap.Question(
              Kind.SUGGESTED,
              question.text(),
              question.language(),
              line.map(AskedTable.Line::row).orElse(""),
              line.map(AskedTable.Line::score).orElse(0.0),
              line.map(AskedTable.Line::version).orElse(0),
              question.message(),
              question.contact(),
              suggestion,
              by,
              question.at()));
    });
  }

  /// At most 200.
  public List<Gap> list(long workspace, Gap.Filter filter) {
    return gaps.list(workspace, filter, LISTED);
  }

  /// How many are open.
  public int open(long workspace) {
    return gaps.open(workspace);
  }

  public Optional<Gap> find(long workspace, long gap) {
    return gaps.find(workspace, gap);
  }

  /// The latest questions of a gap, newest first, at most 50.
  public List<Gap.Question> questions(long workspace, long gap) {
    return questions.of(workspace, gap, SHOWN);
  }

  /// Nobody wants to hear of it. False when there is no such gap.
  public boolean ignore(long workspace, long gap) {
    return gaps.state(workspace, gap, Gap.State.IGNORED, Optional.empty());
  }

  /// Takes that back. False when there is no such gap.
  public boolean reopen(long workspace, long gap) {
    return gaps.state(workspace, gap, Gap.State.OPEN, Optional.empty());
  }

  /// Makes a row of the draft out of a gap: its most central question, the others as variants, and
  /// the answer a person gave, if one did.
  ///
  /// @return the row's id; empty when there is no such gap
  public Optional<String> makeRow(long workspace, Editing.By by, long gap) {
    return transaction.execute(_ ->
        gaps.find(workspace, gap)
            .map(it -> {
              var all = questions.of(workspace, gap, SHOWN);
              var row =
                  editing.addRow(
                      workspace,
                      by,
                      new Editing.NewRow(
                          language(it, all),
                          it.question(),
                          others(it.question(), all),
                          answer(all)));
              gaps.mended(workspace, gap, row, by.name());
              return row;
            }));
  }

  /// Adds a gap's questions to a row of the draft as ways to ask.
  ///
  /// @return the row's id; empty when gap or row is not there
  public Optional<String> addTo(long workspace, Editing.By by, long gap, String row) {
    return transaction.execute(_ ->
        gaps.find(workspace, gap)
            .flatMap(it -> {
              var variants = new ArrayList<>(List.of(it.question()));
              variants.addAll(others(it.question(), questions.of(workspace, gap, SHOWN)));
              return editing.addVariants(workspace, by, row, variants);
            })
            .map(changed -> {
              gaps.mended(workspace, gap, changed, by.name());
              return changed;
            }));
  }

  /// Rows of the draft that a gap may be added to.
  public List<Editing.Found> rows(long workspace, String words) {
    return words.isBlank() ? List.of() : editing.search(workspace, words.strip(), 10);
  }

  /// Whether a version was published whose answers the gaps were not held against yet.
  public boolean isBehind(long workspace, int version) {
    return gaps.checked(workspace) < version;
  }

  /// Holds the gaps against a published version: those it answers are solved, those it does no
  /// longer answer are open again.
  ///
  /// @param retriever of that version
  public void check(long workspace, int version, Retriever retriever) {
    for (var gap : gaps.checkable(workspace, CHECKED)) {
      var mended =
          Mending.isMended(
              distinct(questions.of(workspace, gap.id(), VARIANTS)),
              it ->
                  retriever.retrieve(
                      new Query(it.text(), Optional.of(Locale.forLanguageTag(it.language())))),
              (row, since) -> hasChanged(workspace, row, since, version));
      if (mended && gap.state() == Gap.State.OPEN) {
        gaps.state(workspace, gap.id(), Gap.State.SOLVED, Optional.of(version));
      } else if (!mended && gap.state() == Gap.State.SOLVED) {
        gaps.state(workspace, gap.id(), Gap.State.OPEN, Optional.empty());
      }
    }
    gaps.checked(workspace, version);
  }

  /// The questions of the newest conversations, newest first; those whose words are gone are left
  /// out.
  public List<Asked> asked(long workspace, int conversations) {
    var lines = asked.ofNewest(workspace, conversations);
    var all = new ArrayList<Asked>(lines.size());
    for (int from = 0; from < lines.size(); from += ASKED_AT_ONCE) {
      var some = lines.subList(from, Math.min(lines.size(), from + ASKED_AT_ONCE));
      var ids = some.stream().map(AskedTable.Line::message).toList();
      var words = spoken.words(ids);
      var corrected = questions.corrected(workspace, ids);
      some.forEach(it ->
          Optional.ofNullable(words.get(it.message()))
              .filter(text -> !text.isBlank())
              .ifPresent(text -> all.add(asked(it, text, corrected))));
    }
    return all;
  }

  /// Two contacts turned out to be one.
  public void move(long from, long to) {
    asked.move(from, to);
    questions.move(from, to);
  }

  /// What is kept of a contact.
  public Map<String, Object> export(long contact) {
    return Map.of("gaps", questions.export(contact));
  }

  /// Removes what is kept of a contact, in the caller's transaction. Counts stay: nobody can be
  /// told from them.
  public void erase(long contact) {
    asked.erase(contact);
    questions.erase(contact).stream()
        .distinct()
        .forEach(it -> grouping.settle(it.workspace(), it.gap()));
  }

  /// Removes what was asked before that time.
  public void expire(long workspace, Instant before) {
    transaction.executeWithoutResult(_ -> learning(new Tally()).expire(workspace, before));
  }

  private static Asked asked(AskedTable.Line it, String text, Set<Long> corrected) {
    return new Asked(
        it.message(),
        it.contact(),
        text,
        it.language(),
        it.decision(),
        it.row(),
        it.helped(),
        corrected.contains(it.message()));
  }

  private boolean hasChanged(long workspace, String row, int since, int now) {
    var id = new RowId(row);
    return !plain(matrices.row(workspace, since, id))
        .equals(plain(matrices.row(workspace, now, id)));
  }

  private static Optional<Row> plain(Optional<Row> row) {
    return row.map(it -> it.withState(RowState.PROGRAMMED));
  }

  private static Locale language(Gap gap, List<Gap.Question> all) {
    return all.stream()
        .filter(it -> it.text().equals(gap.question()))
        .map(Gap.Question::language)
        .findFirst()
        .map(Locale::forLanguageTag)
        .orElse(Locale.of("es"));
  }

  private static List<String> others(String question, List<Gap.Question> all) {
    return distinct(all).stream()
        .map(Gap.Question::text)
        .filter(it -> !folded(it).equals(folded(question)))
        .limit(VARIANTS)
        .toList();
  }

  /// What a colleague wrote for it, else the latest answer a person gave.
  private static String answer(List<Gap.Question> all) {
    var given = all.stream().filter(it -> !it.suggestion().isBlank()).toList();
    return given.stream()
        .filter(it -> !it.suggestedBy().isEmpty())
        .findFirst()
        .or(() -> given.stream().findFirst())
        .map(Gap.Question::suggestion)
        .orElse("");
  }

  private static List<Gap.Question> distinct(List<Gap.Question> all) {
    var byWords = new LinkedHashMap<String, Gap.Question>();
    all.forEach(it -> byWords.putIfAbsent(folded(it.text()), it));
    return List.copyOf(byWords.values());
  }

  private static String folded(String text) {
    return Reading.of(text, Reading.symbols(text)).core();
  }

  private Learning learning(Tally tally) {
    return new Learning(asked, tally, questions, grouping, spoken);
  }
}
