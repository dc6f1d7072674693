package dev.relevo.knowledge.sheet;

import dev.relevo.knowledge.matrix.Problem;
import dev.relevo.knowledge.sentence.Sentence;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// `knowledge.sheet`, whose turn it is, and `knowledge.sheet_round`.
@Repository
class TurnTable {

  private static final int KEPT = 10;
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<List<Problem>> PROBLEMS = new TypeReference<>() {};

  private final JdbcClient jdbc;

  TurnTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// What a sheet's row tells beside the link.
  record State(
      String connectedBy,
      Instant due,
      Optional<Instant> claimedUntil,
      Optional<Instant> pulledAt,
      Optional<Instant> pushedAt,
      Optional<Sentence> fault,
      List<Problem> problems) {}

  /// Claims the sheet that has been due for longest.
  Optional<Turn> claim(Instant now, Instant until) {
    return jdbc.sql(
            """
            UPDATE knowledge.sheet SET claimed_until = :until, claim = claim + 1
             WHERE workspace_id = (SELECT workspace_id FROM knowledge.sheet
                                    WHERE due_at <= :now
                                      AND (claimed_until IS NULL OR claimed_until <= :now)
                                    ORDER BY due_at
                                    LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING workspace_id, claim, failures
            """)
        .param("now", bound(now))
        .param("until", bound(until))
        .query((row, _) ->
            new Turn(row.getLong("workspace_id"), row.getLong("claim"), row.getInt("failures")))
        .optional();
  }

  /// Ends a turn in which both sides were put in step.
  void done(Turn turn, Round round, Instant due) {
    var isOurs =
        jdbc.sql(
                    """
                    UPDATE knowledge.sheet
                       SET claimed_until = NULL, due_at = greatest(:due, :at), failures = 0, fault = '',
                           problems = '[]', pulled_at = :at,
                           pushed_at = CASE WHEN :written THEN :at ELSE pushed_at END
                     WHERE workspace_id = :workspace AND claim = :claim
                    """)
                .param("due", bound(due))
                .param("at", bound(round.at()))
                .param("written", round.cells() + round.lines() > 0)
                .param("workspace", turn.workspace())
                .param("claim", turn.number())
                .update()
            == 1;
    if (isOurs && !round.isQuiet()) {
      keep(turn, round);
    }
  }

  private void keep(Turn turn, Round round) {
    jdbc.sql(
            """
            WITH kept AS (
              INSERT INTO knowledge.sheet_round
                (workspace_id, claim, at, changed, added, removed, cells, lines, conflicts)
              VALUES (:workspace, :claim, :at, :changed, :added, :removed, :cells, :lines, :conflicts))
            DELETE FROM knowledge.sheet_round
             WHERE workspace_id = :workspace
               AND claim NOT IN (SELECT claim FROM knowledge.sheet_round
                                  WHERE workspace_id = :workspace ORDER BY claim DESC LIMIT :others)
            """)
        .param("workspace", turn.workspace())
        .param("claim", turn.number())
        .param("at", bound(round.at()))
        .param("changed", round.changed())
        .param("added", round.added())
        .param("removed", round.removed())
        .param("cells", round.cells())
        .param("lines", round.lines())
        .param("conflicts", round.conflicts())
        .param("others", KEPT - 1)
        .update();
  }

  /// Ends a turn that came to nothing.
  void failed(Turn turn, Sentence why, List<Problem> problems, Instant due) {
    jdbc.sql(
            """
            UPDATE knowledge.sheet
               SET claimed_until = NULL, due_at = :due, failures = failures + 1, fault = :fault,
                   problems = :problems
             WHERE workspace_id = :workspace AND claim = :claim
            """)
        .param("due", bound(due))
        .param("fault", why.kept())
        .param("problems", JSON.writeValueAsString(problems))
        .param("workspace", turn.workspace())
        .param("claim", turn.number())
        .update();
  }

  void due(long workspace, Instant at) {
    jdbc.sql("UPDATE knowledge.sheet SET due_at = :at WHERE workspace_id = :workspace")
        .param("at", bound(at))
        .param("workspace", workspace)
        .update();
  }

  Optional<State> state(long workspace) {
    return jdbc.sql(
            """
            SELECT connected_by, due_at, claimed_until, pulled_at, pushed_at, fault, problems
              FROM knowledge.sheet WHERE workspace_id = :workspace
            """)
        .param("workspace", workspace)
        .query((row, _) ->
            new State(
                row.getString("connected_by"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("claimed_until", OffsetDateTime.class)),
                instant(row.getObject("pulled_at", OffsetDateTime.class)),
                instant(row.getObject("pushed_at", OffsetDateTime.class)),
                Optional.of(row.getString("fault"))
                    .filter(it -> !it.isEmpty())
                    .map(Sentence::ofKept),
                JSON.readValue(row.getString("problems"), PROBLEMS)))
        .optional();
  }

  List<Round> rounds(long workspace) {
    return jdbc.sql(
            """
            SELECT at, changed, added, removed, cells, lines, conflicts FROM knowledge.sheet_round
             WHERE workspace_id = :workspace ORDER BY claim DESC
            """)
        .param("workspace", workspace)
        .query((row, _) ->
            new Round(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getInt("changed"),
                row.getInt("added"),
                row.getInt("removed"),
                row.getInt("cells"),
                row.getInt("lines"),
                row.getInt("conflicts")))
        .list();
  }

  private static OffsetDateTime bound(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Optional<Instant> instant(@Nullable OffsetDateTime at) {
    return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
  }
}
