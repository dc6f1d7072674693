package dev.relevo.knowledge.gap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `knowledge.row_day` and `knowledge.asked_day`: counters.
@Repository
class FigureTable {

  /// What is counted of a row.
  enum Count {
    ASKED,
    ANSWERED,
    OFFERED,
    HANDED_OFF,
    HELPFUL,
    UNHELPFUL;

    private String column() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private static final String SUMS =
      """
      sum(asked) AS asked, sum(answered) AS answered, sum(offered) AS offered,
      sum(handed_off) AS handed_off, sum(helpful) AS helpful, sum(unhelpful) AS unhelpful
      """;

  private final JdbcClient jdbc;

  FigureTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  void add(long workspace, String row, LocalDate day, Count count, int number) {
    if (row.isEmpty() || number == 0) {
      return;
    }
    jdbc.sql(
            """
            INSERT INTO knowledge.row_day AS d (workspace_id, row_id, day, %1$s)
            VALUES (:workspace, :row, :day, :number)
            ON CONFLICT (workspace_id, row_id, day) DO UPDATE SET %1$s = d.%1$s + EXCLUDED.%1$s
            """
                .formatted(count.column()))
        .param("workspace", workspace)
        .param("row", row)
        .param("day", day)
        .param("number", number)
        .update();
  }

  void add(long workspace, LocalDate day, Decision decision, int number) {
    var column =
        switch (decision) {
          case ANSWER -> "answered";
          case OFFER -> "offered";
          case FALLBACK -> "fallback";
          case HANDOFF -> "handoff";
        };
    jdbc.sql(
            """
            INSERT INTO knowledge.asked_day AS d (workspace_id, day, %1$s)
            VALUES (:workspace, :day, :number)
            ON CONFLICT (workspace_id, day) DO UPDATE SET %1$s = d.%1$s + EXCLUDED.%1$s
            """
                .formatted(column))
        .param("workspace", workspace)
        .param("day", day)
        .param("number", number)
        .update();
  }

  Map<String, RowFigures.Row> rows(long workspace, Collection<String> rows, LocalDate from) {
    var found = new HashMap<String, RowFigures.Row>();
    jdbc.sql(
            "SELECT row_id, "
                + SUMS
                + """
                FROM knowledge.row_day
                WHERE workspace_id = :workspace AND row_id = ANY (:rows::text[]) AND day >= :from
                GROUP BY row_id
                """)
        .param("workspace", workspace)
        .param("rows", rows.toArray(String[]::new))
        .param("from", from)
        .query(FigureTable::row)
        .list()
        .forEach(it -> found.put(it.row(), it));
    return found;
  }

  List<RowFigures.Row> most(long workspace, LocalDate from, String order, int limit) {
    return jdbc.sql(
            "SELECT row_id, "
                + SUMS
                + """
                FROM knowledge.row_day WHERE workspace_id = :workspace AND day >= :from
                GROUP BY row_id ORDER BY %s DESC, row_id LIMIT :limit
                """
                    .formatted("sum(" + order + ")"))
        .param("workspace", workspace)
        .param("from", from)
        .param("limit", limit)
        .query(FigureTable::row)
        .list();
  }

  List<RowFigures.Day> days(long workspace, LocalDate from) {
    return jdbc.sql(
            """
            SELECT day, answered, offered, fallback, handoff FROM knowledge.asked_day
            WHERE workspace_id = :workspace AND day >= :from ORDER BY day
            """)
        .param("workspace", workspace)
        .param("from", from)
        .query((row, at) ->
            new RowFigures.Day(
                row.getObject("day", LocalDate.class),
                row.getInt("answered"),
                row.getInt("offered"),
                row.getInt("fallback"),
                row.getInt("handoff")))
        .list();
  }

  private static RowFigures.Row row(java.sql.ResultSet row, int at) throws java.sql.SQLException {
    return new RowFigures.Row(
        row.getString("row_id"),
        row.getInt("asked"),
        row.getInt("answered"),
        row.getInt("offered"),
        row.getInt("handed_off"),
        row.getInt("helpful"),
        row.getInt("unhelpful"));
  }
}
