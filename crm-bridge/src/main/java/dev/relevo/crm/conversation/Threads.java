package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.Address;
import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The lock rows.
@Repository
class Threads {
  private static final String SELECT =
      """
      SELECT contact_id, workspace_id, floor, epoch, floor_since, assignee_id, conversation_id,
             sequence, unread, waiting_since, misses, last_message_at, channel_id, address_id
      FROM crm.thread
      """;

  private final JdbcClient jdbc;

  Threads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Locked from the lowest contact id to the highest, whatever the order given; when the
  /// transaction holds them already, as it last read them, or read again what it has changed since.
  Map<ContactId, ThreadState> lock(Collection<ContactId> contacts) {
    if (Held.contain(contacts)) {
      return Held.states(contacts).orElseGet(() -> held(read(contacts)));
    }
    return held(
        list(
            SELECT
                + """
                WHERE contact_id = ANY (:contacts) ORDER BY contact_id FOR NO KEY UPDATE
                """,
            contacts));
  }

  /// Those of them that nobody has locked.
  Map<ContactId, ThreadState> lockFree(Collection<ContactId> contacts) {
    return held(
        list(
            SELECT
                + """
                WHERE contact_id = ANY (:contacts) ORDER BY contact_id FOR NO KEY UPDATE SKIP LOCKED
                """,
            contacts));
  }

  private static Map<ContactId, ThreadState> held(Map<ContactId, ThreadState> locked) {
    Held.add(locked);
    return locked;
  }

  Map<ContactId, ThreadState> read(Collection<ContactId> contacts) {
    return list(SELECT + "WHERE contact_id = ANY (:contacts)", contacts);
  }

  private Map<ContactId, ThreadState> list(String sql, Collection<ContactId> contacts) {
    var found = new LinkedHashMap<ContactId, ThreadState>();
    jdbc.sql(sql)
        .param("contacts", Column.ids(contacts, ContactId::value))
        .query(Threads::read)
        .list()
        .forEach(it -> found.put(it.contact(), it));
    return found;
  }

  void insert(WorkspaceId workspace, List<ContactId> contacts, Instant at) {
    jdbc.sql(
            """
            INSERT INTO crm.thread (contact_id, workspace_id, floor_since)
            SELECT contact_id, :workspace, :at FROM unnest(:contacts) AS c (contact_id)
            """)
        .param("workspace", workspace.value())
        .param("at", Column.at(at))
        .param("contacts", Column.ids(contacts, ContactId::value))
        .update();
  }

  /// Answers no longer go to the address but elsewhere; the bot's that are under way count no more.
  void leave(ContactId contact, AddressId address, Optional<Address> elsewhere) {
    Held.changed(List.of(contact));
    jdbc.sql(
            """
            UPDATE crm.thread
            SET epoch = epoch + 1, channel_id = :channel, address_id = CAST(:elsewhere AS bigint)
            WHERE contact_id = :contact AND address_id = :address
            """)
        .param("channel", elsewhere.map(it -> it.channel().value()).orElse(null))
        .param("elsewhere", elsewhere.map(it -> it.id().value()).orElse(null))
        .param("contact", contact.value())
        .param("address", address.value())
        .update();
  }

  /// Draws so many numbers for each thread; the last of each.
  Map<ContactId, Long> draw(Map<ContactId, Integer> numbers) {
    Held.changed(numbers.keySet());
    record Drawn(ContactId contact, long last) {}
    var all = List.copyOf(numbers.entrySet());
    return jdbc
        .sql(
            """
            UPDATE crm.thread t SET sequence = t.sequence + d.numbers
            FROM unnest(:contacts, :numbers) AS d (contact_id, numbers)
            WHERE t.contact_id = d.contact_id
            RETURNING t.contact_id, t.sequence
            """)
        .param("contacts", Column.ids(all, it -> it.getKey().value()))
        .param("numbers", all.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
        .query((row, n) -> new Drawn(new ContactId(row.getLong(1)), row.getLong(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Drawn::contact, Drawn::last));
  }

  /// Draws one number.
  long draw(ContactId contact) {
    return Optional.ofNullable(draw(Map.of(contact, 1)).get(contact)).orElseThrow();
  }

  void store(Collection<Draft> drafts) {
    Held.changed(drafts.stream().map(it -> it.before.contact()).toList());
    jdbc.sql(
            """
            UPDATE crm.thread t
            SET conversation_id = d.conversation_id, sequence = d.sequence, unread = d.unread,
                waiting_since = d.waiting_since, last_message_at = d.last_message_at,
                preview = coalesce(d.preview, t.preview),
                preview_author = CASE WHEN d.preview IS NULL THEN t.preview_author
                                 ELSE d.preview_author END,
                channel_id = d.channel_id, address_id = d.address_id
            FROM unnest(:contacts, :conversations, :sequences, :unread,
                        CAST(:waiting AS timestamptz[]), CAST(:last AS timestamptz[]),
                        :previews, :authors, :channels, :addresses)
              AS d (contact_id, conversation_id, sequence, unread, waiting_since,
                    last_message_at, preview, preview_author, channel_id, address_id)
            WHERE t.contact_id = d.contact_id
            """)
        .param("contacts", Column.ids(drafts, it -> it.before.contact().value()))
        .param(
            "conversations",
            Column.numbers(drafts, it -> it.conversation.map(ConversationId::value).orElse(null)))
        .param("sequences", Column.ids(drafts, it -> it.sequence))
        .param("unread", drafts.stream().map(it -> it.unread).toArray(Integer[]::new))
        .param("waiting", Column.times(drafts, it -> it.waitingSince.orElse(null)))
        .param("last", Column.times(drafts, it -> it.lastMessageAt.orElse(null)))
        .param("previews", Column.texts(drafts, it -> it.preview.map(Column::clean).orElse(null)))
        .param("authors", Column.texts(drafts, it -> it.previewAuthor))
        .param(
            "channels", Column.texts(drafts, it -> it.channel.map(ChannelId::value).orElse(null)))
        .param(
            "addresses",
            Column.numbers(drafts, it -> it.address.map(AddressId::value).orElse(null)))
        .update();
  }

  void take(ContactId contact, Instant at, Optional<Instant> resumeAt) {
    Held.changed(List.of(contact));
    jdbc.sql(
            """
            UPDATE crm.thread
            SET floor = 'PERSON', epoch = epoch + 1, floor_since = :at, resume_at = :resumeAt
            WHERE contact_id = :contact
            """)
        .param("at", Column.at(at))
        .param("resumeAt", Column.at(resumeAt))
        .param("contact", contact.value())
        .update();
  }

  void give(ContactId contact, Instant at) {
    Held.changed(List.of(contact));
    jdbc.sql(
            """
            UPDATE crm.thread
            SET floor = 'BOT', epoch = epoch + 1, floor_since = :at, resume_at = NULL,
                waiting_since = NULL, misses = 0, context_from = sequence
            WHERE contact_id = :contact
            """)
        .param("at", Column.at(at))
        .param("contact", contact.value())
        .update();
  }

  /// Only while a person has the floor.
  void resumeAt(ContactId contact, Optional<Instant> at) {
    Held.changed(List.of(contact));
    jdbc.sql(
            """
            UPDATE crm.thread SET resume_at = :at
            WHERE contact_id = :contact AND floor = 'PERSON'
            """)
        .param("at", Column.at(at))
        .param("contact", contact.value())
        .update();
  }

  /// Locks threads whose time has come, passing over those somebody else works on.
  List<ContactId> lockDue(Instant now, int limit) {
    return jdbc
        .sql(
            """
            SELECT contact_id FROM crm.thread
            WHERE resume_at <= :now AND floor = 'PERSON'
            ORDER BY resume_at LIMIT :limit FOR NO KEY UPDATE SKIP LOCKED
            """)
        .param("now", Column.at(now))
        .param("limit", limit)
        .query((row, n) -> row.getLong(1))
        .list()
        .stream()
        .map(ContactId::new)
        .toList();
  }

  void assign(ContactId contact, Optional<MemberId> to) {
    Held.changed(List.of(contact));
    jdbc.sql("UPDATE crm.thread SET assignee_id = :to WHERE contact_id = :contact")
        .param("to", to.map(MemberId::value).orElse(null))
        .param("contact", contact.value())
        .update();
  }

  void misses(ContactId contact, int misses) {
    Held.changed(List.of(contact));
    jdbc.sql("UPDATE crm.thread SET misses = :misses WHERE contact_id = :contact")
        .param("misses", misses)
        .param("contact", contact.value())
        .update();
  }

  void waiting(ContactId contact, Instant since) {
    Held.changed(List.of(contact));
    jdbc.sql(
            """
            UPDATE crm.thread SET waiting_since = coalesce(waiting_since, :since)
            WHERE contact_id = :contact
            """)
        .param("since", Column.at(since))
        .param("contact", contact.value())
        .update();
  }

  void closed(ContactId contact) {
    Held.changed(List.of(contact));
    jdbc.sql(
            """
            UPDATE crm.thread
            SET conversation_id = NULL, unread = 0, waiting_since = NULL, misses = 0
            WHERE contact_id = :contact
            """)
        .param("contact", contact.value())
        .update();
  }

  void opened(ContactId contact, ConversationId conversation) {
    Held.changed(List.of(contact));
    jdbc.sql("UPDATE crm.thread SET conversation_id = :conversation WHERE contact_id = :contact")
        .param("conversation", conversation.value())
        .param("contact", contact.value())
        .update();
  }

  boolean read(ContactId contact) {
    Held.changed(List.of(contact));
    return jdbc.sql("UPDATE crm.thread SET unread = 0 WHERE contact_id = :contact AND unread > 0")
            .param("contact", contact.value())
            .update()
        > 0;
  }

  private static ThreadState read(ResultSet row, int number) throws SQLException {
    return new ThreadState(
        new ContactId(row.getLong("contact_id")),
        new WorkspaceId(row.getLong("workspace_id")),
        FloorHolder.valueOf(row.getString("floor")),
        row.getLong("epoch"),
        Column.instant(row, "floor_since"),
        Column.optionalId(row, "assignee_id", MemberId::new),
        Column.optionalId(row, "conversation_id", ConversationId::new),
        row.getLong("sequence"),
        row.getInt("unread"),
        Column.optionalInstant(row, "waiting_since"),
        row.getInt("misses"),
        Column.optionalInstant(row, "last_message_at"),
        Column.optionalText(row, "channel_id").map(ChannelId::new),
        Column.optionalId(row, "address_id", AddressId::new));
  }
}
