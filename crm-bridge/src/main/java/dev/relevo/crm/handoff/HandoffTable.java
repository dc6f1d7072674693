package dev.relevo.crm.handoff;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.ConversationId;
import dev.relevo.crm.conversation.ThreadState;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HandoffTable {
  /// A changed handoff.
  record Line(HandoffId id, WorkspaceId workspace, Optional<ConversationId> conversation) {}

  private final JdbcClient jdbc;

  HandoffTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Handoff insert(
      ThreadState thread,
      String reason,
      String summary,
      Optional<String> team,
      Instant at,
      Instant remindAt) {
    return jdbc.sql(
            """
            INSERT INTO crm.handoff
              (workspace_id, contact_id, conversation_id, reason, team, summary, opened_at, remind_at)
            VALUES (:workspace, :contact, :conversation, :reason, :team, :summary, :at, :remindAt)
            RETURNING id, contact_id, reason, summary, opened_at, taken_by
            """)
        .param("workspace", thread.workspace().value())
        .param("contact", thread.contact().value())
        .param("conversation", thread.conversation().map(ConversationId::value).orElse(null))
        .param("reason", reason)
        .param("team", team.orElse(null))
        .param("summary", Column.clean(summary))
        .param("at", Column.at(at))
        .param("remindAt", Column.at(remindAt))
        .query(HandoffTable::read)
        .single();
  }

  Optional<Handoff> current(ContactId contact) {
    return jdbc.sql(
            """
            SELECT id, contact_id, reason, summary, opened_at, taken_by FROM crm.handoff
            WHERE contact_id = :contact AND ended_at IS NULL
            """)
        .param("contact", contact.value())
        .query(HandoffTable::read)
        .optional();
  }

  Optional<HandoffId> newest(WorkspaceId workspace) {
    return jdbc.sql(
            "SELECT id FROM crm.handoff WHERE workspace_id = :workspace ORDER BY id DESC LIMIT 1")
        .param("workspace", workspace.value())
        .query(Long.class)
        .optional()
        .map(HandoffId::new);
  }

  List<Handoff> untaken(WorkspaceId workspace, long after, int limit) {
    return jdbc.sql(
            """
            SELECT id, contact_id, reason, summary, opened_at, taken_by FROM crm.handoff
            WHERE workspace_id = :workspace AND id > :after
              AND ended_at IS NULL AND taken_at IS NULL
            ORDER BY id DESC LIMIT :limit
            """)
        .param("workspace", workspace.value())
        .param("after", after)
        .param("limit", limit)
        .query(HandoffTable::read)
        .list();
  }

  Optional<Line> take(ContactId contact, MemberId by, Instant at) {
    return jdbc.sql(
            """
            UPDATE crm.handoff SET taken_at = :at, taken_by = :by
            WHERE contact_id = :contact AND ended_at IS NULL AND taken_at IS NULL
            RETURNING id, workspace_id, conversation_id
            """)
        .param("at", Column.at(at))
        .param("by", by.value())
        .param("contact", contact.value())
        .query(HandoffTable::line)
        .optional();
  }

  Optional<Line> end(ContactId contact, Instant at) {
    return jdbc.sql(
            """
            UPDATE crm.handoff SET ended_at = :at, remind_at = NULL
            WHERE contact_id = :contact AND ended_at IS NULL
            RETURNING id, workspace_id, conversation_id
            """)
        .param("at", Column.at(at))
        .param("contact", contact.value())
        .query(HandoffTable::line)
        .optional();
  }

  void forgetReminder(ContactId contact) {
    jdbc.sql(
            """
            UPDATE crm.handoff SET remind_at = NULL
            WHERE contact_id = :contact AND ended_at IS NULL AND remind_at IS NOT NULL
            """)
        .param("contact", contact.value())
        .update();
  }

  List<Handoff> remind(Instant now, int limit) {
    return jdbc.sql(
            """
            UPDATE crm.handoff SET remind_at = NULL
            WHERE id IN (SELECT id FROM crm.handoff WHERE remind_at <= :now AND ended_at IS NULL
                         ORDER BY remind_at LIMIT :limit FOR UPDATE SKIP LOCKED)
            RETURNING id, contact_id, reason, summary, opened_at, taken_by
            """)
        .param("now", Column.at(now))
        .param("limit", limit)
        .query(HandoffTable::read)
        .list();
  }

  /// When both have an open one, the survivor's stays.
  void move(ThreadState from, ThreadState to) {
    jdbc.sql(
            """
            UPDATE crm.handoff SET ended_at = opened_at, remind_at = NULL
            WHERE contact_id = :from AND ended_at IS NULL
              AND EXISTS (SELECT FROM crm.handoff
                          WHERE contact_id = :to AND ended_at IS NULL)
            """)
        .param("from", from.contact().value())
        .param("to", to.contact().value())
        .update();
    jdbc.sql(
            """
            UPDATE crm.handoff
            SET contact_id = :to,
                conversation_id = CASE WHEN conversation_id = :open THEN :joined
                                  ELSE conversation_id END
            WHERE contact_id = :from
            """)
        .param("to", to.contact().value())
        .param("open", from.conversation().map(ConversationId::value).orElse(0L))
        .param(
            "joined",
            to.conversation().or(from::conversation).map(ConversationId::value).orElse(0L))
        .param("from", from.contact().value())
        .update();
  }

  List<Map<String, @Nullable Object>> of(ContactId contact) {
    return jdbc.sql(
            """
            SELECT reason, summary, team, opened_at::text AS opened_at, taken_at::text AS taken_at,
                   ended_at::text AS ended_at
            FROM crm.handoff WHERE contact_id = :contact ORDER BY id
            """)
        .param("contact", contact.value())
        .query()
        .listOfRows();
  }

  void erase(ContactId contact) {
    jdbc.sql("DELETE FROM crm.handoff WHERE contact_id = :contact")
        .param("contact", contact.value())
        .update();
  }

  private static Handoff read(ResultSet row, int number) throws SQLException {
    return new Handoff(
        new HandoffId(row.getLong("id")),
        new ContactId(row.getLong("contact_id")),
        row.getString("reason"),
        row.getString("summary"),
        Column.instant(row, "opened_at"),
        Column.optionalId(row, "taken_by", MemberId::new));
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    return new Line(
        new HandoffId(row.getLong("id")),
        new WorkspaceId(row.getLong("workspace_id")),
        Column.optionalId(row, "conversation_id", ConversationId::new));
  }
}
