package dev.relevo.bot.spend;

import dev.relevo.crm.workspace.WorkspaceId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `bot.model_call`, summed up.
@Repository
class CostTable {

  private static final int MOST = 100;

  private final JdbcClient jdbc;

  CostTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Calls.Cost> by(WorkspaceId workspace, Calls.Period period, Calls.Cut cut) {
    return jdbc.sql(
            """
            SELECT CASE :cut
                     WHEN 'DAY' THEN day::text
                     WHEN 'ASSISTANT' THEN coalesce(assistant_id, 0)::text
                     WHEN 'CONVERSATION' THEN coalesce(conversation_id::text, '')
                     ELSE purpose
                   END AS key,
                   count(*) AS calls, count(*) FILTER (WHERE state = 'FAILED') AS failed,
                   sum(prompt_tokens) AS read, sum(answer_tokens) AS written, sum(micros) AS micros
            FROM bot.model_call
            WHERE workspace_id = :workspace AND day BETWEEN :first AND :last
            GROUP BY 1
            ORDER BY CASE WHEN :cut = 'DAY' THEN min(day) END,
                     sum(micros) DESC, sum(prompt_tokens) DESC, 1
            LIMIT CASE WHEN :cut = 'DAY' THEN NULL ELSE :most END
            """)
        .param("cut", cut.name())
        .param("workspace", workspace.value())
        .param("first", period.first())
        .param("last", period.last())
        .param("most", MOST)
        .query((row, _) ->
            new Calls.Cost(
                row.getString("key"),
                row.getLong("calls"),
                row.getLong("failed"),
                row.getLong("read"),
                row.getLong("written"),
                row.getLong("micros")))
        .list();
  }
}
