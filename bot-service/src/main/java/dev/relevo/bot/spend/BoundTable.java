package dev.relevo.bot.spend;

import dev.relevo.bot.assistant.Bounds;
import dev.relevo.crm.conversation.ConversationId;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `bot.budget`, `bot.spend_month` and `bot.spend_conversation`: how much is allowed and how much
/// of it is taken. Each taking is one statement that changes the row or, beyond the bound, does
/// not.
@Repository
class BoundTable {

  /// What a settlement changes; usually less than nothing.
  record Change(long tokens, long micros) {}

  private final JdbcClient jdbc;

  BoundTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// False, and nothing is taken, when it would be more than one of the bounds.
  boolean take(
      WorkspaceId workspace, ConversationId conversation, Claim.Worst worst, Bounds bounds) {
    return jdbc.sql(
                """
                INSERT INTO bot.spend_conversation AS s
                  (workspace_id, conversation_id, calls, tokens, micros)
                SELECT :workspace, :conversation, 1, :tokens, :micros
                WHERE :tokens <= :mostTokens AND :micros <= :mostMicros
                ON CONFLICT (workspace_id, conversation_id) DO UPDATE
                SET calls = s.calls + 1, tokens = s.tokens + :tokens, micros = s.micros + :micros
                WHERE s.calls < :mostCalls
                  AND s.tokens + :tokens <= :mostTokens AND s.micros + :micros <= :mostMicros
                """)
            .param("workspace", workspace.value())
            .param("conversation", conversation.value())
            .param("tokens", worst.tokens())
            .param("micros", worst.micros())
            .param("mostCalls", bounds.callsPerConversation())
            .param("mostTokens", bounds.tokensPerConversation())
            .param("mostMicros", bounds.microsPerConversation())
            .update()
        == 1;
  }

  /// False, and nothing is taken, when it would be more than the budget.
  boolean take(WorkspaceId workspace, LocalDate month, Claim.Worst worst) {
    return jdbc.sql(
                """
                INSERT INTO bot.spend_month AS s (workspace_id, month, calls, tokens, micros)
                SELECT :workspace, :month, 1, :tokens, :micros WHERE :micros <= :most
                ON CONFLICT (workspace_id, month) DO UPDATE
                SET calls = s.calls + 1, tokens = s.tokens + :tokens, micros = s.micros + :micros
                WHERE s.micros + :micros <= :most
                """)
            .param("workspace", workspace.value())
            .param("month", month)
            .param("tokens", worst.tokens())
            .param("micros", worst.micros())
            .param("most", budget(workspace).monthMicros().orElse(Long.MAX_VALUE / 2))
            .update()
        == 1;
  }

  void giveBack(WorkspaceId workspace, ConversationId conversation, Change change) {
    jdbc.sql(
            """
            UPDATE bot.spend_conversation SET tokens = tokens + :tokens, micros = micros + :micros
            WHERE workspace_id = :workspace AND conversation_id = :conversation
            """)
        .param("workspace", workspace.value())
        .param("conversation", conversation.value())
        .param("tokens", change.tokens())
        .param("micros", change.micros())
        .update();
  }

  void giveBack(WorkspaceId workspace, LocalDate month, Change change) {
    jdbc.sql(
            """
            UPDATE bot.spend_month SET tokens = tokens + :tokens, micros = micros + :micros
            WHERE workspace_id = :workspace AND month = :month
            """)
        .param("workspace", workspace.value())
        .param("month", month)
        .param("tokens", change.tokens())
        .param("micros", change.micros())
        .update();
  }

  Budget budget(WorkspaceId workspace) {
    return jdbc.sql(
            "SELECT month_micros, warn_percent FROM bot.budget WHERE workspace_id = :workspace")
        .param("workspace", workspace.value())
        .query((row, _) ->
            new Budget(
                Column.optionalId(row, "month_micros", it -> it), row.getInt("warn_percent")))
        .optional()
        .orElse(Budget.NONE);
  }

  void save(WorkspaceId workspace, Budget budget, MemberId by, Instant at) {
    jdbc.sql(
            """
            INSERT INTO bot.budget (workspace_id, month_micros, warn_percent, changed_at, changed_by)
            VALUES (:workspace, :micros, :warn, :at, :by)
            ON CONFLICT (workspace_id) DO UPDATE
            SET month_micros = EXCLUDED.month_micros, warn_percent = EXCLUDED.warn_percent,
                changed_at = EXCLUDED.changed_at, changed_by = EXCLUDED.changed_by
            """)
        .param("workspace", workspace.value())
        .param("micros", budget.monthMicros().orElse(null))
        .param("warn", budget.warnPercent())
        .param("at", Column.at(at))
        .param("by", by.value())
        .update();
  }

  Optional<Budgets.Month> month(WorkspaceId workspace, LocalDate month, Budget budget) {
    return jdbc.sql(
            """
            SELECT calls, tokens, micros FROM bot.spend_month
            WHERE workspace_id = :workspace AND month = :month
            """)
        .param("workspace", workspace.value())
        .param("month", month)
        .query((row, _) ->
            new Budgets.Month(
                month, row.getLong("calls"), row.getLong("tokens"), row.getLong("micros"), budget))
        .optional();
  }
}
