package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.sql.Column;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What becomes of threads as a whole: two become one, one is given out, one is erased, the old
/// expires.
@Repository
class PastTable {
  private static final TypeReference<Map<String, Object>> ROW = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  PastTable(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// Two threads become `to`'s, in the order of time. Everything gets a new number above all old
  /// ones, so that whoever follows by revision sees all of it. Two open conversations become
  /// `to`'s, with the counts of both. The floor is a person's if either was; the epoch stays while
  /// the bot has both floors, so that its answers under way still count.
  void merge(ContactId from, ContactId to) {
    Held.changed();
    for (var sql : MERGE) {
      jdbc.sql(sql).param("from", from.value()).param("to", to.value()).update();
    }
  }

  private static final List<String> MERGE =
      List.of(
          """
          UPDATE crm.conversation k
          SET opened_at = least(k.opened_at, o.opened_at), incoming = k.incoming + o.incoming,
              outgoing = k.outgoing + o.outgoing, bot_turns = k.bot_turns + o.bot_turns,
              assignments = k.assignments + o.assignments,
              first_response_at = coalesce(k.first_response_at, o.first_response_at),
              first_response_by = coalesce(k.first_response_by, o.first_response_by)
          FROM crm.thread tt, crm.thread tf, crm.conversation o
          WHERE tt.contact_id = :to AND k.id = tt.conversation_id
            AND tf.contact_id = :from AND o.id = tf.conversation_id
          """,
          """
          WITH said AS (
            SELECT kind, id, contact_id, sequence,
                   (SELECT max(sequence) FROM crm.thread WHERE contact_id IN (:from, :to))
                     + row_number() OVER (ORDER BY created_at, sequence, id) AS number
            FROM (SELECT 'message' AS kind, id, contact_id, sequence, created_at
                  FROM crm.message WHERE contact_id IN (:from, :to)
                  UNION ALL
                  SELECT 'comment', id, contact_id, sequence, created_at
                  FROM crm.comment WHERE contact_id IN (:from, :to)) both_threads),
          messages AS (
            UPDATE crm.message m
            SET contact_id = :to, sequence = said.number, revision = said.number,
                conversation_id = CASE WHEN m.conversation_id = tf.conversation_id
                                  THEN coalesce(tt.conversation_id, m.conversation_id)
                                  ELSE m.conversation_id END
            FROM said, crm.thread tf, crm.thread tt
            WHERE said.kind = 'message' AND m.id = said.id
              AND tf.contact_id = :from AND tt.contact_id = :to),
          comments AS (
            UPDATE crm.comment c SET contact_id = :to, sequence = said.number
            FROM said WHERE said.kind = 'comment' AND c.id = said.id)
          UPDATE crm.thread t
          SET sequence = greatest(t.sequence, (SELECT max(sequence) FROM crm.thread
                                               WHERE contact_id IN (:from, :to)),
                                  (SELECT max(number) FROM said)),
              context_from = coalesce((
                SELECT max(said.number) FROM said
                JOIN crm.thread own ON own.contact_id = said.contact_id
                WHERE said.sequence <= own.context_from), 0)
          WHERE t.contact_id = :to
          """,
          """
          UPDATE crm.thread t
          SET floor = CASE WHEN t.floor = 'BOT' AND f.floor = 'BOT' THEN 'BOT' ELSE 'PERSON' END,
              epoch = CASE WHEN t.floor = 'BOT' AND f.floor = 'BOT' THEN t.epoch
                      ELSE greatest(t.epoch, f.epoch) + 1 END,
              floor_since = greatest(t.floor_since, f.floor_since),
              resume_at = greatest(t.resume_at, f.resume_at),
              assignee_id = coalesce(t.assignee_id, f.assignee_id),
              conversation_id = coalesce(t.conversation_id, f.conversation_id),
              unread = t.unread + f.unread,
              waiting_since = least(t.waiting_since, f.waiting_since),
              misses = greatest(t.misses, f.misses),
              last_message_at = greatest(t.last_message_at, f.last_message_at),
              (preview, preview_author, channel_id, address_id) = (
                SELECT l.preview, l.preview_author, l.channel_id, l.address_id
                FROM crm.thread l WHERE l.contact_id IN (t.contact_id, f.contact_id)
                ORDER BY l.last_message_at DESC NULLS LAST, l.contact_id LIMIT 1)
          FROM crm.thread f WHERE t.contact_id = :to AND f.contact_id = :from
          """,
          "DELETE FROM crm.thread WHERE contact_id = :from AND contact_id <> :to",
          """
          DELETE FROM crm.conversation c
          WHERE c.contact_id = :from AND c.closed_at IS NULL
            AND EXISTS (SELECT FROM crm.thread WHERE contact_id = :to AND conversation_id <> c.id)
          """,
          "UPDATE crm.conversation SET contact_id = :to WHERE contact_id = :from");

  Map<String, Object> of(ContactId contact) {
    var all = new LinkedHashMap<String, Object>();
    all.put("thread", list(contact, "thread", "contact_id"));
    all.put("conversations", list(contact, "conversation", "id"));
    all.put("messages", list(contact, "message", "sequence"));
    all.put("comments", list(contact, "comment", "sequence"));
    return all;
  }

  /// Whole rows as PostgreSQL writes them as JSON, but for what is only ours.
  private List<Map<String, Object>> list(ContactId contact, String table, String order) {
    return jdbc.sql(
            "SELECT (to_jsonb(r) - 'workspace_id' - 'words')::text FROM crm.%s r".formatted(table)
                + " WHERE contact_id = :contact ORDER BY %s".formatted(order))
        .param("contact", contact.value())
        .query((row, n) -> json.readValue(row.getString(1), ROW))
        .list();
  }

  void erase(ContactId contact) {
    Held.changed();
    for (var table : List.of("message", "comment", "thread", "conversation")) {
      jdbc.sql("DELETE FROM crm.%s WHERE contact_id = :contact".formatted(table))
          .param("contact", contact.value())
          .update();
    }
  }

  /// The files shown in these conversations.
  List<Long> files(Collection<ConversationId> conversations) {
    return jdbc.sql(
            """
            SELECT CAST(content #>> '{file,value}' AS bigint) FROM crm.message
            WHERE conversation_id = ANY (:ids) AND content #>> '{file,value}' IS NOT NULL
            """)
        .param("ids", Column.ids(conversations, ConversationId::value))
        .query((row, n) -> row.getLong(1))
        .list();
  }

  void remove(Collection<ConversationId> conversations) {
    Held.changed();
    for (var sql : REMOVE) {
      jdbc.sql(sql).param("ids", Column.ids(conversations, ConversationId::value)).update();
    }
  }

  private static final List<String> REMOVE =
      List.of(
          "DELETE FROM crm.message WHERE conversation_id = ANY (:ids)",
          """
          DELETE FROM crm.comment n USING crm.conversation c
          WHERE c.id = ANY (:ids) AND n.contact_id = c.contact_id
            AND n.created_at BETWEEN c.opened_at AND c.closed_at
          """,
          """
          UPDATE crm.thread t SET preview = '', preview_author = ''
          FROM crm.conversation c
          WHERE c.id = ANY (:ids) AND t.contact_id = c.contact_id
            AND t.last_message_at <= c.closed_at
          """,
          "DELETE FROM crm.conversation WHERE id = ANY (:ids)");
}
