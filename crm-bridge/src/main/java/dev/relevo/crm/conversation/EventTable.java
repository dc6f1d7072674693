package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.workspace.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The journal's rows.
@Repository
class EventTable {
  private static final TypeReference<Map<String, String>> DATA = new TypeReference<>() {};
  private static final String SELECT = select("data");
  private static final String AFTER =
      """
      WHERE (xid, id) > (CAST(:xid AS xid8), :id)
        AND xid < pg_snapshot_xmin(pg_current_snapshot())
      ORDER BY event.xid, id LIMIT :limit
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  EventTable(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void insert(Collection<Event> events, Instant at) {
    jdbc.sql(
            """
            INSERT INTO crm.event (workspace_id, contact_id, conversation_id, kind, actor,
                                   member_id, automatic, data, at)
            SELECT workspace, contact, conversation, kind, actor, member, automatic, data, :at
            FROM unnest(:workspaces, :contacts, :conversations, :kinds, :actors, :members,
                        :automatics, CAST(:data AS jsonb[])) WITH ORDINALITY
              AS e (workspace, contact, conversation, kind, actor, member, automatic, data, n)
            ORDER BY n
            """)
        .param("workspaces", Column.ids(events, it -> it.workspace().value()))
        .param(
            "contacts",
            Column.numbers(events, it -> it.contact().map(ContactId::value).orElse(null)))
        .param(
            "conversations",
            Column.numbers(events, it -> it.conversation().map(ConversationId::value).orElse(null)))
        .param("kinds", Column.texts(events, Event::kind))
        .param("actors", Column.texts(events, it -> Authors.word(it.actor())))
        .param("members", Column.numbers(events, it -> Authors.member(it.actor())))
        .param("automatics", Column.texts(events, it -> Authors.reason(it.actor())))
        .param(
            "data",
            Column.texts(events, it -> Column.cleanJson(json.writeValueAsString(it.data()))))
        .param("at", Column.at(at))
        .update();
  }

  List<Entry> after(Entry.Position position, int limit) {
    return after(SELECT, position, limit).query(this::read).list();
  }

  /// Of other kinds only the place is read.
  Stretch after(Entry.Position position, int limit, Collection<String> kinds) {
    var entries = new ArrayList<Entry>();
    var places = new ArrayList<Entry.Position>();
    after(
            SELECT.replace("data,", "CASE WHEN kind = ANY (:kinds) THEN data END AS data,"),
            position,
            limit)
        .param("kinds", kinds.toArray(String[]::new))
        .query(row -> {
          places.add(position(row));
          if (row.getString("data") != null) {
            entries.add(read(row, places.size()));
          }
        });
    return new Stretch(entries, places.isEmpty() ? position : places.getLast(), places.size());
  }

  private static String select(String data) {
    return """
    SELECT xid::text AS xid, id, workspace_id, contact_id, conversation_id, kind, actor, member_id,
           automatic, %s, at
    FROM crm.event
    """
        .formatted(data);
  }

  private JdbcClient.StatementSpec after(String select, Entry.Position position, int limit) {
    return jdbc.sql(select + AFTER)
        .param("xid", Long.toString(position.transaction()))
        .param("id", position.id())
        .param("limit", limit);
  }

  Entry.Position end() {
    return jdbc.sql("SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xmin")
        .query((row, number) ->
            new Entry.Position(Long.parseLong(row.getString("xmin")) - 1, Long.MAX_VALUE))
        .single();
  }

  List<Entry> timeline(ContactId contact, long before, int limit) {
    return jdbc.sql(
            SELECT
                + """
                WHERE contact_id = :contact AND kind NOT LIKE 'message.%' AND id < :before
                ORDER BY id DESC LIMIT :limit
                """)
        .param("contact", contact.value())
        .param("before", before)
        .param("limit", limit)
        .query(this::read)
        .list();
  }

  Optional<MessageId> answered(ContactId contact, MessageId ours) {
    return jdbc.sql(
            """
            SELECT (data->>'answers')::bigint FROM crm.event
            WHERE contact_id = :contact AND kind = 'message.sent' AND data->>'message' = :message
              AND data->>'answers' IS NOT NULL
            LIMIT 1
            """)
        .param("contact", contact.value())
        .param("message", Long.toString(ours.value()))
        .query(Long.class)
        .optional()
        .map(MessageId::new);
  }

  Optional<Entry.Position> cursor(String reader) {
    return jdbc.sql("SELECT xid::text AS xid, id FROM crm.journal_cursor WHERE reader = :reader")
        .param("reader", reader)
        .query((row, number) -> position(row))
        .optional();
  }

  void keep(String reader, Entry.Position position) {
    jdbc.sql(
            """
            INSERT INTO crm.journal_cursor (reader, xid, id)
            VALUES (:reader, CAST(:xid AS xid8), :id)
            ON CONFLICT (reader) DO UPDATE SET xid = EXCLUDED.xid, id = EXCLUDED.id
            """)
        .param("reader", reader)
        .param("xid", Long.toString(position.transaction()))
        .param("id", position.id())
        .update();
  }

  /// False when the reader is elsewhere.
  boolean advance(String reader, Entry.Position from, Entry.Position to) {
    return jdbc.sql(
                """
                INSERT INTO crm.journal_cursor AS c (reader, xid, id)
                VALUES (:reader, CAST(:xid AS xid8), :id)
                ON CONFLICT (reader) DO UPDATE SET xid = EXCLUDED.xid, id = EXCLUDED.id
                WHERE c.xid = CAST(:fromXid AS xid8) AND c.id = :fromId
                """)
            .param("reader", reader)
            .param("xid", Long.toString(to.transaction()))
            .param("id", to.id())
            .param("fromXid", Long.toString(from.transaction()))
            .param("fromId", from.id())
            .update()
        > 0;
  }

  void move(ContactId from, ContactId to) {
    jdbc.sql("UPDATE crm.event SET contact_id = :to WHERE contact_id = :from")
        .param("to", to.value())
        .param("from", from.value())
        .update();
  }

  /// The entries stay, nobody can be told from them.
  void anonymise(ContactId contact) {
    jdbc.sql(
            """
            UPDATE crm.event SET contact_id = NULL, conversation_id = NULL, data = '{}'
            WHERE contact_id = :contact
            """)
        .param("contact", contact.value())
        .update();
  }

  List<Map<String, @Nullable Object>> of(ContactId contact) {
    return jdbc.sql(
            """
            SELECT kind, actor, data::text AS data, at::text AS at
            FROM crm.event WHERE contact_id = :contact ORDER BY id
            """)
        .param("contact", contact.value())
        .query()
        .listOfRows();
  }

  private Entry read(ResultSet row, int number) throws SQLException {
    var event =
        new Event(
            new WorkspaceId(row.getLong("workspace_id")),
            Column.optionalId(row, "contact_id", ContactId::new),
            Column.optionalId(row, "conversation_id", ConversationId::new),
            row.getString("kind"),
            Authors.read(row, "actor"),
            json.readValue(row.getString("data"), DATA));
    return new Entry(position(row), event, Column.instant(row, "at"));
  }

  private static Entry.Position position(ResultSet row) throws SQLException {
    return new Entry.Position(Long.parseLong(row.getString("xid")), row.getLong("id"));
  }
}
