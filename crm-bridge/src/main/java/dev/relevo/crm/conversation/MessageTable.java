package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.workspace.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What was said.
@Repository
class MessageTable {
  private static final String SELECT =
      """
      SELECT m.id, m.contact_id, m.conversation_id, m.sequence, m.revision, m.inbound, m.author,
             m.member_id, m.automatic, m.channel_id, m.address_id, m.content, m.quotes, m.state,
             m.reason, coalesce(g.grounds, m.grounds) AS grounds, m.external_id, m.provider_at,
             m.created_at
      FROM crm.message m LEFT JOIN crm.ground g ON g.message_id = m.id
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  MessageTable(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// A message that has no id yet.
  record New(
      WorkspaceId workspace,
      ContactId contact,
      Optional<ConversationId> conversation,
      long sequence,
      boolean inbound,
      Author author,
      ChannelId channel,
      AddressId address,
      Content content,
      Optional<String> quotes,
      MessageState state,
      Optional<String> reason,
      Optional<Grounds> grounds,
      Optional<String> externalId,
      Optional<Instant> providerTime,
      Instant at) {
    Message as(MessageId id) {
      return new Message(
          id,
          contact,
          conversation,
          sequence,
          sequence,
          inbound,
          author,
          channel,
          address,
          content,
          quotes,
          state,
          reason,
          grounds,
          externalId,
          providerTime,
          at);
    }
  }

  /// Stores them all; as they are now, in that order.
  List<Message> insert(List<New> messages) {
    if (messages.isEmpty()) {
      return List.of();
    }
    var written = messages.stream().map(this::written).toList();
    var ids =
        jdbc
            .sql(
                """
                INSERT INTO crm.message (workspace_id, contact_id, conversation_id, sequence,
                  revision, inbound, author, member_id, automatic, channel_id, address_id, content,
                  quotes, state, reason, external_id, provider_at, created_at)
                SELECT workspace, contact, conversation, sequence, sequence, inbound, author,
                       member, automatic, channel, address, content, quotes, state, reason,
                       external, provider_at, at
                FROM unnest(:workspaces, :contacts, :conversations, :sequences, :inbound, :authors,
                            :members, :automatics, :channels, :addresses,
                            CAST(:contents AS jsonb[]), :quotes, :states, :reasons,
                            :externals,
                            CAST(:providerTimes AS timestamptz[]), CAST(:times AS timestamptz[]))
                  WITH ORDINALITY AS m (workspace, contact, conversation, sequence, inbound, author,
                    member, automatic, channel, address, content, quotes, state, reason,
                    external, provider_at, at, n)
                ORDER BY n
                RETURNING id
                """)
            .param("workspaces", Column.ids(messages, it -> it.workspace().value()))
            .param("contacts", Column.ids(messages, it -> it.contact().value()))
            .param(
                "conversations",
                Column.numbers(
                    messages, it -> it.conversation().map(ConversationId::value).orElse(null)))
            .param("sequences", Column.ids(messages, New::sequence))
            .param("inbound", Column.flags(messages, New::inbound))
            .param("authors", Column.texts(messages, it -> Authors.word(it.author())))
            .param("members", Column.numbers(messages, it -> Authors.member(it.author())))
            .param("automatics", Column.texts(messages, it -> Authors.reason(it.author())))
            .param("channels", Column.texts(messages, it -> it.channel().value()))
            .param("addresses", Column.ids(messages, it -> it.address().value()))
            .param("contents", Column.texts(written, Written::content))
            .param("quotes", texts(messages, New::quotes))
            .param("states", Column.texts(messages, it -> it.state().name()))
            .param("reasons", texts(messages, New::reason))
            .param("externals", texts(messages, New::externalId))
            .param("providerTimes", Column.times(messages, it -> it.providerTime().orElse(null)))
            .param("times", Column.times(messages, New::at))
            .query((row, n) -> row.getLong(1))
            .list()
            .stream()
            .sorted()
            .map(MessageId::new)
            .toList();
    var stored =
        IntStream.range(0, ids.size()).mapToObj(it -> messages.get(it).as(ids.get(it))).toList();
    insertGrounds(messages, ids, written);
    Held.stored(
        IntStream.range(0, ids.size())
            .filter(it -> isStoredAsItIs(messages.get(it), written.get(it)))
            .mapToObj(stored::get)
            .toList());
    return stored;
  }

  /// Whether nothing of what is sent is lost where columns cannot hold it: then it need not be read
  /// again.
  private static boolean isStoredAsItIs(New message, Written written) {
    return !message.inbound()
        && message.quotes().isEmpty()
        && message.reason().isEmpty()
        && message.externalId().isEmpty()
        && message.providerTime().isEmpty()
        && written.whole();
  }

  /// What of a message is written as JSON, as columns can hold it.
  ///
  /// @param whole whether nothing had to be left out
  private record Written(String content, Optional<String> grounds, boolean whole) {}

  private Written written(New message) {
    var content = write(message.content());
    var grounds = message.grounds().map(json::writeValueAsString);
    var stored = Column.cleanJson(content);
    var storedGrounds = grounds.map(Column::cleanJson);
    return new Written(
        stored, storedGrounds, stored.equals(content) && storedGrounds.equals(grounds));
  }

  /// Apart from the messages, which change while grounds stay as they are.
  private void insertGrounds(List<New> messages, List<MessageId> ids, List<Written> written) {
    var grounded =
        IntStream.range(0, ids.size())
            .filter(it -> written.get(it).grounds().isPresent())
            .boxed()
            .toList();
    if (grounded.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            INSERT INTO crm.ground (message_id, workspace_id, grounds)
            SELECT * FROM unnest(:messages, :workspaces, CAST(:grounds AS jsonb[]))
            """)
        .param("messages", Column.ids(grounded, it -> ids.get(it).value()))
        .param("workspaces", Column.ids(grounded, it -> messages.get(it).workspace().value()))
        .param("grounds", Column.texts(grounded, it -> written.get(it).grounds().orElse(null)))
        .update();
  }

  Map<MessageId, Message> find(Collection<MessageId> ids) {
    var found = new HashMap<>(Held.messages(ids));
    var others = ids.stream().filter(it -> !found.containsKey(it)).toList();
    if (!others.isEmpty()) {
      found.putAll(stored(others));
    }
    return found;
  }

  private Map<MessageId, Message> stored(Collection<MessageId> ids) {
    return jdbc
        .sql(SELECT + "WHERE m.id = ANY (:ids)")
        .param("ids", Column.ids(ids, MessageId::value))
        .query(this::read)
        .list()
        .stream()
        .collect(Collectors.toMap(Message::id, Function.identity()));
  }

  Optional<Message> find(WorkspaceId workspace, ChannelId channel, String externalId) {
    return jdbc.sql(
            SELECT
                + """
                WHERE m.workspace_id = :workspace AND m.channel_id = :channel
                  AND m.external_id = :external
                ORDER BY m.id DESC LIMIT 1
                """)
        .param("workspace", workspace.value())
        .param("channel", channel.value())
        .param("external", externalId)
        .query(this::read)
        .optional();
  }

  /// For each message of the list, up to that many before it that the customer saw or wrote, oldest
  /// first; none from before the bot got the floor.
  Map<MessageId, List<Message>> before(Collection<MessageId> ids, int limit) {
    record Earlier(MessageId of, Message message) {}
    return jdbc
        .sql(
            """
            SELECT answered.id AS of, m.id, m.contact_id, m.conversation_id, m.sequence, m.revision,
                   m.inbound, m.author, m.member_id, m.automatic, m.channel_id, m.address_id,
                   m.content, m.quotes, m.state, m.reason, coalesce(g.grounds, m.grounds) AS grounds,
                   m.external_id, m.provider_at, m.created_at
            FROM crm.message answered
            JOIN crm.thread t ON t.contact_id = answered.contact_id
            CROSS JOIN LATERAL (
              SELECT * FROM crm.message e
              WHERE e.contact_id = answered.contact_id AND e.sequence < answered.sequence
                AND e.sequence > t.context_from AND e.state NOT IN ('FAILED', 'WITHDRAWN')
              ORDER BY e.sequence DESC LIMIT :limit) m
            LEFT JOIN crm.ground g ON g.message_id = m.id
            WHERE answered.id = ANY (:ids)
            ORDER BY answered.id, m.sequence
            """)
        .param("ids", Column.ids(ids, MessageId::value))
        .param("limit", limit)
        .query((row, n) -> new Earlier(new MessageId(row.getLong("of")), read(row, n)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Earlier::of, Collectors.mapping(Earlier::message, Collectors.toList())));
  }

  /// Newest last.
  List<Message> page(ContactId contact, long before, int limit) {
    return jdbc.sql(
            SELECT
                + """
                WHERE m.contact_id = :contact AND m.sequence < :before
                ORDER BY m.sequence DESC LIMIT :limit
                """)
        .param("contact", contact.value())
        .param("before", before)
        .param("limit", limit)
        .query(this::read)
        .list()
        .reversed();
  }

  List<Message> changes(ContactId contact, long after, int limit) {
    return jdbc.sql(
            SELECT
                + """
                WHERE m.contact_id = :contact AND m.revision > :after
                ORDER BY m.revision LIMIT :limit
                """)
        .param("contact", contact.value())
        .param("after", after)
        .param("limit", limit)
        .query(this::read)
        .list();
  }

  void replace(MessageId id, Content content, long revision) {
    Held.messagesChanged();
    jdbc.sql(
            """
            UPDATE crm.message SET content = CAST(:content AS jsonb), revision = :revision
            WHERE id = :id
            """)
        .param("content", Column.cleanJson(write(content)))
        .param("revision", revision)
        .param("id", id.value())
        .update();
  }

  private String write(Content content) {
    return json.writerFor(Content.class).writeValueAsString(content);
  }

  private static <T> String[] texts(Collection<T> of, Function<T, Optional<String>> text) {
    return Column.texts(of, it -> text.apply(it).map(Column::clean).orElse(null));
  }

  private Message read(ResultSet row, int number) throws SQLException {
    return new Message(
        new MessageId(row.getLong("id")),
        new ContactId(row.getLong("contact_id")),
        Column.optionalId(row, "conversation_id", ConversationId::new),
        row.getLong("sequence"),
        row.getLong("revision"),
        row.getBoolean("inbound"),
        Authors.read(row, "author"),
        new ChannelId(row.getString("channel_id")),
        new AddressId(row.getLong("address_id")),
        json.readValue(row.getString("content"), Content.class),
        Column.optionalText(row, "quotes"),
        MessageState.valueOf(row.getString("state")),
        Column.optionalText(row, "reason"),
        Column.optionalText(row, "grounds").map(it -> json.readValue(it, Grounds.class)),
        Column.optionalText(row, "external_id"),
        Column.optionalInstant(row, "provider_at"),
        Column.instant(row, "created_at"));
  }
}
