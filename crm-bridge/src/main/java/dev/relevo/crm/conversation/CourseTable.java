package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.workspace.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `crm.message`, as far as delivery changes it.
@Repository
class CourseTable {
  private final JdbcClient jdbc;

  CourseTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A course and the thread's number of its last change.
  record Numbered(Course course, long revision) {}

  Map<MessageId, Course> find(Collection<MessageId> ids) {
    return jdbc
        .sql(
            """
            SELECT id, workspace_id, contact_id, conversation_id, author, member_id, automatic,
                   sequence, state, reason, external_id
            FROM crm.message WHERE id = ANY (:ids)
            """)
        .param("ids", Column.ids(ids, MessageId::value))
        .query(CourseTable::read)
        .list()
        .stream()
        .collect(Collectors.toMap(Course::id, Function.identity()));
  }

  /// Stores changed states, reasons, provider's ids and revisions.
  void store(List<Numbered> changed) {
    Held.messagesChanged();
    jdbc.sql(
            """
            UPDATE crm.message m
            SET state = c.state, reason = c.reason, external_id = c.external, revision = c.revision
            FROM unnest(:ids, :states, :reasons, :externals, :revisions)
              AS c (id, state, reason, external, revision)
            WHERE m.id = c.id
            """)
        .param("ids", Column.ids(changed, it -> it.course().id().value()))
        .param("states", Column.texts(changed, it -> it.course().state().name()))
        .param("reasons", Column.texts(changed, it -> clean(it.course().reason())))
        .param("externals", Column.texts(changed, it -> clean(it.course().externalId())))
        .param("revisions", Column.ids(changed, Numbered::revision))
        .update();
  }

  private static @Nullable String clean(Optional<String> text) {
    return text.map(Column::clean).orElse(null);
  }

  private static Course read(ResultSet row, int number) throws SQLException {
    return new Course(
        new MessageId(row.getLong("id")),
        new WorkspaceId(row.getLong("workspace_id")),
        new ContactId(row.getLong("contact_id")),
        Column.optionalId(row, "conversation_id", ConversationId::new),
        Authors.read(row, "author"),
        row.getLong("sequence"),
        MessageState.valueOf(row.getString("state")),
        Column.optionalText(row, "reason"),
        Column.optionalText(row, "external_id"));
  }
}
