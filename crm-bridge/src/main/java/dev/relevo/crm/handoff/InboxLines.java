package dev.relevo.crm.handoff;

import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.SearchWords;
import dev.relevo.crm.conversation.FloorHolder;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads the views the conversation room publishes.
@Repository
class InboxLines {
  private static final String SELECT =
      """
      SELECT contact_id, floor, assignee_id, conversation_id, unread, waiting_since,
             last_message_at, preview, preview_author, channel_id, name, phone, email
      FROM crm.inbox_line
      """;

  private final JdbcClient jdbc;

  InboxLines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<InboxItem> waiting(WorkspaceId workspace, InboxFilter filter, SearchWords words, int limit) {
    var sql =
        SELECT
            + "WHERE workspace_id = :workspace AND waiting_since IS NOT NULL"
            + condition(filter, words)
            + " ORDER BY waiting_since, contact_id LIMIT :limit";
    return bind(jdbc.sql(sql), workspace, filter, words)
        .param("limit", limit)
        .query(InboxLines::read)
        .list();
  }

  List<InboxItem> others(
      WorkspaceId workspace,
      InboxFilter filter,
      SearchWords words,
      Optional<Instant> olderThan,
      int limit) {
    var sql =
        SELECT
            + "WHERE workspace_id = :workspace AND waiting_since IS NULL"
            + condition(filter, words)
            + (olderThan.isPresent() ? " AND last_message_at < :olderThan" : "")
            + " ORDER BY last_message_at DESC NULLS LAST, contact_id DESC LIMIT :limit";
    var bound = bind(jdbc.sql(sql), workspace, filter, words).param("limit", limit);
    if (olderThan.isPresent()) {
      bound = bound.param("olderThan", Column.at(olderThan));
    }
    return bound.query(InboxLines::read).list();
  }

  Optional<InboxItem> one(WorkspaceId workspace, ContactId contact) {
    return jdbc.sql(SELECT + "WHERE workspace_id = :workspace AND contact_id = :contact")
        .param("workspace", workspace.value())
        .param("contact", contact.value())
        .query(InboxLines::read)
        .optional();
  }

  Inbox.Counts counts(WorkspaceId workspace, MemberId me, int most) {
    return jdbc.sql(
            """
            SELECT
              (SELECT count(*) FROM (SELECT FROM crm.inbox_line
                 WHERE workspace_id = :workspace AND conversation_id IS NOT NULL
                   AND assignee_id = :me LIMIT :most) m) AS mine,
              (SELECT count(*) FROM (SELECT FROM crm.inbox_line
                 WHERE workspace_id = :workspace AND conversation_id IS NOT NULL
                   AND assignee_id IS NULL LIMIT :most) u) AS unassigned,
              (SELECT count(*) FROM (SELECT FROM crm.inbox_line
                 WHERE workspace_id = :workspace AND conversation_id IS NOT NULL
                 LIMIT :most) a) AS all_open,
              (SELECT count(*) FROM (SELECT FROM crm.inbox_line
                 WHERE workspace_id = :workspace AND waiting_since IS NOT NULL
                   AND conversation_id IS NOT NULL LIMIT :most) w) AS waiting
            """)
        .param("workspace", workspace.value())
        .param("me", me.value())
        .param("most", most)
        .query((row, number) ->
            new Inbox.Counts(
                row.getInt("mine"),
                row.getInt("unassigned"),
                row.getInt("all_open"),
                row.getInt("waiting")))
        .single();
  }

  private static String condition(InboxFilter filter, SearchWords words) {
    var box =
        switch (filter.box()) {
          case MINE -> " AND assignee_id = :me";
          case UNASSIGNED -> " AND assignee_id IS NULL";
          case ALL -> "";
        };
    var status =
        switch (filter.status()) {
          case OPEN, WAITING -> " AND conversation_id IS NOT NULL";
          case PAUSED -> " AND conversation_id IS NOT NULL AND floor = 'PERSON'";
          case CLOSED -> " AND conversation_id IS NULL";
        };
    return box + status + (words.isEmpty() ? "" : " " + SEARCH);
  }

  /// Contacts by name, e-mail, number or phone, and those who said or were told it.
  private static final String SEARCH =
      """
      AND contact_id IN (
        SELECT contact_id FROM crm.inbox_line
        WHERE workspace_id = :workspace
          AND (words @@ to_tsquery('simple', :query) OR contact_id = :number
               OR (:digits <> '' AND (phone LIKE '+' || :digits || '%'
                                      OR reverse(phone) LIKE reverse(:digits) || '%')))
        UNION
        SELECT contact_id FROM (
          SELECT contact_id FROM crm.said_line
          WHERE workspace_id = :workspace AND words @@ to_tsquery('simple', :query)
          ORDER BY id DESC LIMIT 2000) said)
      """;

  private static JdbcClient.StatementSpec bind(
      JdbcClient.StatementSpec sql, WorkspaceId workspace, InboxFilter filter, SearchWords words) {
    var bound = sql.param("workspace", workspace.value());
    if (filter.box() == InboxFilter.Box.MINE) {
      bound = bound.param("me", filter.me().map(MemberId::value).orElse(0L));
    }
    if (!words.isEmpty()) {
      bound =
          bound
              .param("query", words.query())
              .param("number", words.number().orElse(0))
              .param("digits", words.digits());
    }
    return bound;
  }

  private static InboxItem read(ResultSet row, int number) throws SQLException {
    var contact = new ContactId(row.getLong("contact_id"));
    var name = row.getString("name");
    var phone = Column.optionalText(row, "phone");
    var email = Column.optionalText(row, "email");
    return new InboxItem(
        contact,
        name.isBlank() ? phone.or(() -> email) : Optional.of(name),
        row.getString("preview"),
        row.getString("preview_author"),
        Column.optionalInstant(row, "last_message_at"),
        row.getInt("unread"),
        FloorHolder.valueOf(row.getString("floor")),
        Column.optionalId(row, "assignee_id", MemberId::new),
        Column.optionalInstant(row, "waiting_since"),
        Column.optionalId(row, "conversation_id", Long::valueOf).isPresent(),
        Column.optionalText(row, "channel_id").map(ChannelId::new));
  }
}
