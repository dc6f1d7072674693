package dev.relevo.knowledge.gap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
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

  /// Adds all of it, in two statements.
  void add(Tally tally) {
    if (!tally.rows().isEmpty()) {
      addRows(tally.rows());
    }
    if (!tally.days().isEmpty()) {
      addDays(tally.days());
    }
  }

  private void addRows(SortedMap<Tally.RowOn, Map<Count, Integer>> rows) {
    var keys = rows.keySet();
    var insert =
        jdbc.sql(
                """
                INSERT INTO knowledge.row_day AS d
                  (workspace_id, row_id, day, asked, answered, offered, handed_off, helpful, unhelpful)
                SELECT workspace, row, day, asked, answered, offered, handed_off, helpful, unhelpful
                FROM unnest(:workspaces, :rows, CAST(:days AS date[]), :asked, :answered, :offered,
                            :handed_off, :helpful, :unhelpful) WITH ORDINALITY
                  AS t (workspace, row, day, asked, answered, offered, handed_off, helpful, unhelpful, n)
                ORDER BY n
                ON CONFLICT (workspace_id, row_id, day) DO UPDATE
                SET asked = d.asked + EXCLUDED.asked, answered = d.answered + EXCLUDED.answered,
                    offered = d.offered + EXCLUDED.offered,
                    handed_off = d.handed_off + EXCLUDED.handed_off,
                    helpful = d.helpful + EXCLUDED.helpful,
                    unhelpful = d.unhelpful + EXCLUDED.unhelpful
                """)
            .param("workspaces", keys.stream().map(Tally.RowOn::workspace).toArray(Long[]::new))
            .param("rows", keys.stream().map(Tally.RowOn::row).toArray(String[]::new))
            .param("days", keys.stream().map(it -> it.day().toString()).toArray(String[]::new));
    for (var count : Count.values()) {
      insert = insert.param(count.column(), numbers(rows.values(), count));
    }
    insert.update();
  }

  private void addDays(SortedMap<Tally.On, Map<Decision, Integer>> days) {
    var keys = days.keySet();
    jdbc.sql(
            """
            INSERT INTO knowledge.asked_day AS d
              (workspace_id, day, answered, offered, fallback, handoff)
            SELECT workspace, day, answered, offered, fallback, handoff
            FROM unnest(:workspaces, CAST(:days AS date[]), :answered, :offered, :fallback, :handoff)
              WITH ORDINALITY AS t (workspace, day, answered, offered, fallback, handoff, n)
            ORDER BY n
            ON CONFLICT (workspace_id, day) DO UPDATE
            SET answered = d.answered + EXCLUDED.answered, offered = d.offered + EXCLUDED.offered,
                fallback = d.fallback + EXCLUDED.fallback, handoff = d.handoff + EXCLUDED.handoff
            """)
        .param("workspaces", keys.stream().map(Tally.On::workspace).toArray(Long[]::new))
        .param("days", keys.stream().map(it -> it.day().toString()).toArray(String[]::new))
        .param("answered", numbers(days.values(), Decision.ANSWER))
        .param("offered", numbers(days.values(), Decision.OFFER))
        .param("fallback", numbers(days.values(), Decision.FALLBACK))
        .param("handoff", numbers(days.values(), Decision.HANDOFF))
        .update();
  }

  private static <K> Integer[] numbers(Collection<Map<K, Integer>> counts, K of) {
    return counts.stream().map(it -> it.getOrDefault(of, 0)).toArray(Integer[]::new);
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
