package dev.relevo.crm.contact;

import dev.relevo.crm.sql.Column;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Contacts on channels.
@Repository
class AddressTable {
  private static final String COLUMNS =
      """
      a.id, a.contact_id, a.channel_id, a.last_inbound_at,
      array(SELECT n.kind || ' ' || n.value FROM crm.alias n
            WHERE n.address_id = a.id ORDER BY n.kind, n.value) AS aliases
      """;
  private static final String SELECT = "SELECT " + COLUMNS + "FROM crm.address a\n";

  private final JdbcClient jdbc;

  AddressTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Address> find(WorkspaceId workspace, ChannelId channel, Alias alias) {
    return jdbc.sql(
            SELECT
                + """
                JOIN crm.alias name ON name.address_id = a.id
                WHERE name.workspace_id = :workspace AND name.scope = :channel
                  AND name.kind = :kind AND name.value = :value
                """)
        .param("workspace", workspace.value())
        .param("channel", channel.value())
        .param("kind", alias.kind().name())
        .param("value", alias.value())
        .query(AddressTable::read)
        .optional();
  }

  List<Address> of(Collection<ContactId> contacts) {
    return jdbc.sql(
            SELECT
                + """
                WHERE a.contact_id = ANY (:contacts) AND a.replaced_by IS NULL
                ORDER BY a.id
                """)
        .param("contacts", Column.ids(contacts, ContactId::value))
        .query(AddressTable::read)
        .list();
  }

  /// Each address, or the one that took its place.
  Map<AddressId, Reachable> reachable(Collection<AddressId> ids) {
    var found = new HashMap<AddressId, Reachable>();
    jdbc.sql(
            """
            SELECT asked.id AS asked, c.workspace_id, c.blocked, c.language, %s
            FROM crm.address asked
            JOIN crm.address a ON a.id = coalesce(asked.replaced_by, asked.id)
            JOIN crm.contact c ON c.id = a.contact_id
            WHERE asked.id = ANY (:ids)
            """
                .formatted(COLUMNS))
        .param("ids", Column.ids(ids, AddressId::value))
        .query(row -> {
          found.put(
              new AddressId(row.getLong("asked")),
              new Reachable(
                  new WorkspaceId(row.getLong("workspace_id")),
                  read(row, 0),
                  row.getBoolean("blocked"),
                  Column.optionalText(row, "language").flatMap(Language::of)));
        });
    return found;
  }

  /// One address for each pair, in that order.
  List<AddressId> insert(
      WorkspaceId workspace, List<ContactId> contacts, List<ChannelId> channels, Instant at) {
    return jdbc
        .sql(
            """
            INSERT INTO crm.address (workspace_id, contact_id, channel_id, created_at)
            SELECT :workspace, contact_id, channel_id, :at
            FROM unnest(:contacts, :channels) WITH ORDINALITY AS a (contact_id, channel_id, n)
            ORDER BY n
            RETURNING id
            """)
        .param("workspace", workspace.value())
        .param("contacts", Column.ids(contacts, ContactId::value))
        .param("channels", Column.texts(channels, ChannelId::value))
        .param("at", Column.at(at))
        .query((row, n) -> row.getLong(1))
        .list()
        .stream()
        .sorted()
        .map(AddressId::new)
        .toList();
  }

  void wrote(Map<AddressId, Instant> at) {
    if (at.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            UPDATE crm.address a
            SET last_inbound_at = greatest(a.last_inbound_at, w.at)
            FROM unnest(:ids, CAST(:times AS timestamptz[])) AS w (id, at)
            WHERE a.id = w.id
            """)
        .param("ids", Column.ids(at.keySet(), AddressId::value))
        .param("times", Column.times(at.values(), it -> it))
        .update();
  }

  /// The others turned out to be the same address of the provider.
  void replace(Collection<AddressId> others, AddressId kept) {
    jdbc.sql(
            """
            UPDATE crm.address
            SET replaced_by = CASE WHEN id = :kept THEN NULL ELSE :kept END,
                last_inbound_at = greatest(last_inbound_at, (
                  SELECT max(last_inbound_at) FROM crm.address WHERE id = ANY (:others)))
            WHERE id = :kept OR id = ANY (:others) OR replaced_by = ANY (:others)
            """)
        .param("kept", kept.value())
        .param("others", Column.ids(others, AddressId::value))
        .update();
    jdbc.sql("UPDATE crm.alias SET address_id = :kept WHERE address_id = ANY (:others)")
        .param("kept", kept.value())
        .param("others", Column.ids(others, AddressId::value))
        .update();
  }

  /// The address, and those it took the place of, become another contact's.
  void move(AddressId id, ContactId to) {
    jdbc.sql("UPDATE crm.address SET contact_id = :to WHERE id = :id OR replaced_by = :id")
        .param("to", to.value())
        .param("id", id.value())
        .update();
  }

  void move(ContactId from, ContactId to) {
    jdbc.sql("UPDATE crm.address SET contact_id = :to WHERE contact_id = :from")
        .param("to", to.value())
        .param("from", from.value())
        .update();
  }

  void erase(ContactId contact) {
    jdbc.sql("DELETE FROM crm.address WHERE contact_id = :contact")
        .param("contact", contact.value())
        .update();
  }

  private static Address read(ResultSet row, int number) throws SQLException {
    var aliases = new ArrayList<Alias>();
    for (var alias : (String[]) row.getArray("aliases").getArray()) {
      var space = alias.indexOf(' ');
      aliases.add(
          new Alias(Alias.Kind.valueOf(alias.substring(0, space)), alias.substring(space + 1)));
    }
    return new Address(
        new AddressId(row.getLong("id")),
        new ContactId(row.getLong("contact_id")),
        new ChannelId(row.getString("channel_id")),
        aliases,
        Column.optionalInstant(row, "last_inbound_at"));
  }
}
