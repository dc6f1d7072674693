package dev.relevo.knowledge.gap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/// How the matrix's rows fare with customers. A few seconds behind what happens; days are counted
/// in the workspace's zone.
public final class RowFigures {

  private final FigureTable table;

  /// @param dataSource a database with the tables of `V010__gap.sql`
  public RowFigures(DataSource dataSource) {
    table = new FigureTable(dataSource);
  }

  /// A row over some days.
  ///
  /// @param asked questions it fitted best, whatever was decided
  /// @param answered how often it was answered
  /// @param offered how often it was among the rows offered
  /// @param handedOff how often a person had to take over after it
  /// @param helpful customers who said that it helped
  /// @param unhelpful customers who said that it did not
  public record Row(
      String row, int asked, int answered, int offered, int handedOff, int helpful, int unhelpful) {

    static Row none(String row) {
      return new Row(row, 0, 0, 0, 0, 0, 0);
    }
  }

  /// What became of a day's questions.
  public record Day(LocalDate day, int answered, int offered, int fallback, int handoff) {

    public int all() {
      return answered + offered + fallback + handoff;
    }
  }

  /// By what rows are put in order.
  public enum Order {
    ASKED,
    HANDED_OFF,
    UNHELPFUL
  }

  /// These rows since that day; one nobody asked for has noughts.
  public Map<String, Row> of(long workspace, Collection<String> rows, LocalDate from) {
    var found = table.rows(workspace, rows, from);
    rows.forEach(it -> found.putIfAbsent(it, Row.none(it)));
    return found;
  }

  /// The rows with the most of it since that day.
  public List<Row> most(long workspace, LocalDate from, Order order, int limit) {
    var column =
        switch (order) {
          case ASKED -> "asked";
          case HANDED_OFF -> "handed_off";
          case UNHELPFUL -> "unhelpful";
        };
    return table.most(workspace, from, column, limit);
  }

  /// The days since then on which somebody asked, in order.
  public List<Day> days(long workspace, LocalDate from) {
    return table.days(workspace, from);
  }
}
