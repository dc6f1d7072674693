package dev.relevo.knowledge.replay;

import dev.relevo.knowledge.retriever.Query;
import dev.relevo.knowledge.retriever.Retriever;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;

/// The questions that must lead to their rows, or to none.
public final class RowTests {

  /// The most test questions of a workspace.
  public static final int MOST = 5_000;

  private final TestTable table;
  private final Clock clock;

  /// @param dataSource a database with the tables of `V010__gap.sql`
  public RowTests(DataSource dataSource, Clock clock) {
    table = new TestTable(dataSource);
    this.clock = clock;
  }

  /// A test question.
  ///
  /// @param id 0 for a new one
  /// @param row it must lead to; empty: to none
  /// @param question not blank, at most 1,000 characters
  /// @param language two letters
  /// @param by the member who added it
  public record Test(long id, String row, String question, String language, String by) {
    public Test {
      question = question.strip();
      if (question.isEmpty() || question.length() > 1_000 || row.length() > 64) {
        throw new IllegalArgumentException("a test has a question of 1 to 1,000 characters");
      }
    }
  }

  /// A test that fails.
  ///
  /// @param led where it leads instead
  public record Failed(Test test, Lead led) {}

  /// By row.
  public List<Test> all(long workspace) {
    return table.all(workspace);
  }

  /// Adds a test; the same question again replaces it.
  ///
  /// @throws IllegalStateException when there are [#MOST] already
  public void add(long workspace, Test test) {
    if (all(workspace).size() >= MOST) {
      throw new IllegalStateException("a workspace has at most " + MOST + " test questions");
    }
    table.put(workspace, test, clock.instant());
  }

  /// False when there is no such test.
  public boolean remove(long workspace, long id) {
    return table.remove(workspace, id);
  }

  /// Those that do not lead where they must. A choice that offers the row will do.
  public static List<Failed> failing(List<Test> tests, Retriever retriever) {
    return tests.stream()
        .map(it -> new Failed(it, lead(retriever, it)))
        .filter(it -> !passes(it.test(), it.led()))
        .toList();
  }

  private static Lead lead(Retriever retriever, Test test) {
    return Lead.of(
        retriever.retrieve(
            new Query(test.question(), Optional.of(Locale.forLanguageTag(test.language())))));
  }

  private static boolean passes(Test test, Lead lead) {
    return test.row().isEmpty() ? lead.rows().isEmpty() : lead.rows().contains(test.row());
  }
}
