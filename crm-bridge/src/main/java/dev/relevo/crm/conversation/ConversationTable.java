package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The talks between one opening and one closing.
@Repository
class ConversationTable {
  private final JdbcClient jdbc;

  ConversationTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A conversation to be opened.
  record Opening(
      WorkspaceId workspace,
      ContactId contact,
      Optional<ChannelId> channel,
      Author by,
      Instant at) {}

  Map<ContactId, ConversationId> open(Collection<Opening> openings) {
    record Opened(ContactId contact, ConversationId id) {}
    return jdbc
        .sql(
            """
            INSERT INTO crm.conversation
              (workspace_id, contact_id, channel_id, opened_at, opened_by, opened_by_member)
            SELECT * FROM unnest(:workspaces, :contacts, :channels,
              CAST(:times AS timestamptz[]), :authors, :members)
            RETURNING id, contact_id
            """)
        .param("workspaces", Column.ids(openings, it -> it.workspace().value()))
        .param("contacts", Column.ids(openings, it -> it.contact().value()))
        .param(
            "channels",
            Column.texts(openings, it -> it.channel().map(ChannelId::value).orElse(null)))
        .param("times", Column.times(openings, Opening::at))
        .param("authors", Column.texts(openings, it -> Authors.word(it.by())))
        .param("members", Column.numbers(openings, it -> Authors.member(it.by())))
        .query((row, n) ->
            new Opened(
                new ContactId(row.getLong("contact_id")), new ConversationId(row.getLong("id"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Opened::contact, Opened::id));
  }

  void close(ConversationId id, Author by, ClosingNote note, Instant at) {
    jdbc.sql(
            """
            UPDATE crm.conversation
            SET closed_at = :at, closed_by = :by, closed_by_member = :member,
                category = nullif(:category, ''), summary = nullif(:summary, '')
            WHERE id = :id
            """)
        .param("at", Column.at(at))
        .param("by", Authors.word(by))
        .param("member", Authors.member(by))
        .param("category", note.category())
        .param("summary", note.summary())
        .param("id", id.value())
        .update();
  }

  /// Adds what was said to the counters of the open conversations.
  void count(Collection<Draft> drafts, Instant at) {
    var open =
        drafts.stream()
            .filter(it -> it.conversation.isPresent())
            .filter(it -> it.incoming + it.outgoing + it.botTurns > 0)
            .toList();
    if (open.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            UPDATE crm.conversation c
            SET incoming = c.incoming + d.incoming, outgoing = c.outgoing + d.outgoing,
                bot_turns = c.bot_turns + d.turns,
                first_response_at = CASE WHEN d.member IS NULL THEN c.first_response_at
                                    ELSE coalesce(c.first_response_at, :at) END,
                first_response_by = coalesce(c.first_response_by, d.member)
            FROM unnest(:ids, :incoming, :outgoing, :turns, :members)
              AS d (id, incoming, outgoing, turns, member)
            WHERE c.id = d.id
            """)
        .param("at", Column.at(at))
        .param("ids", Column.ids(open, it -> it.conversation.orElseThrow().value()))
        .param("incoming", open.stream().map(it -> it.incoming).toArray(Integer[]::new))
        .param("outgoing", open.stream().map(it -> it.outgoing).toArray(Integer[]::new))
        .param("turns", open.stream().map(it -> it.botTurns).toArray(Integer[]::new))
        .param(
            "members", Column.numbers(open, it -> it.responder.map(Authors::member).orElse(null)))
        .update();
  }

  void countAssignment(ConversationId id) {
    jdbc.sql("UPDATE crm.conversation SET assignments = assignments + 1 WHERE id = :id")
        .param("id", id.value())
        .update();
  }

  /// A conversation and whose it is.
  record Past(ConversationId id, ContactId contact) {}

  /// Closed before that time, oldest first.
  List<Past> expired(WorkspaceId workspace, Instant before, int limit) {
    return jdbc.sql(
            """
            SELECT id, contact_id FROM crm.conversation
            WHERE workspace_id = :workspace AND closed_at < :before
            ORDER BY closed_at LIMIT :limit
            """)
        .param("workspace", workspace.value())
        .param("before", Column.at(before))
        .param("limit", limit)
        .query((row, n) ->
            new Past(
                new ConversationId(row.getLong("id")), new ContactId(row.getLong("contact_id"))))
        .list();
  }
}
