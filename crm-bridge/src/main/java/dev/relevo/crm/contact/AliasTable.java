package dev.relevo.crm.contact;

import dev.relevo.crm.sql.Column;
import dev.relevo.crm.workspace.WorkspaceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which name leads to whom.
@Repository
class AliasTable {
  /// What the whole workspace shares.
  static final String EVERYWHERE = "*";

  /// A name within its scope.
  record Key(WorkspaceId workspace, String scope, Alias.Kind kind, String value) {
    boolean isOfChannel() {
      return !scope.equals(EVERYWHERE);
    }

    /// For advisory locks: the same number on every replica.
    long lock() {
      var hash = 0xcbf29ce484222325L;
      for (var c : (workspace.value() + "\n" + scope + "\n" + kind + "\n" + value).toCharArray()) {
        hash = (hash ^ c) * 0x100000001b3L;
      }
      return hash;
    }
  }

  /// Where a name leads; no address for what the whole workspace shares.
  record Target(ContactId contact, Optional<AddressId> address) {}

  private final JdbcClient jdbc;

  AliasTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The keys under which an alias is kept: a verified phone number counts in the whole workspace.
  static List<Key> keys(WorkspaceId workspace, ChannelId channel, Alias alias) {
    var own = new Key(workspace, channel.value(), alias.kind(), alias.value());
    return alias.kind() == Alias.Kind.PHONE
        ? List.of(own, new Key(workspace, EVERYWHERE, alias.kind(), alias.value()))
        : List.of(own);
  }

  Map<Key, Target> find(Collection<Key> keys) {
    var found = new HashMap<Key, Target>();
    bind(
            """
            SELECT a.workspace_id, a.scope, a.kind, a.value, a.contact_id, a.address_id
            FROM unnest(:workspaces, :scopes, :kinds, :values) AS k (workspace_id, scope, kind, value)
            JOIN crm.alias a USING (workspace_id, scope, kind, value)
            """,
            keys)
        .query(row -> {
          var key =
              new Key(
                  new WorkspaceId(row.getLong("workspace_id")),
                  row.getString("scope"),
                  Alias.Kind.valueOf(row.getString("kind")),
                  row.getString("value"));
          var target =
              new Target(
                  new ContactId(row.getLong("contact_id")),
                  Column.optionalId(row, "address_id", AddressId::new));
          found.put(key, target);
        });
    return found;
  }

  /// Until the end of the transaction nobody else decides where these names lead.
  void lock(Collection<Key> keys) {
    var locks = keys.stream().map(Key::lock).distinct().sorted().toArray(Long[]::new);
    jdbc.sql("SELECT pg_advisory_xact_lock(k) FROM unnest(:locks) AS k")
        .param("locks", locks)
        .query(row -> {});
  }

  /// From now on the names lead there.
  void put(Map<Key, Target> targets) {
    if (targets.isEmpty()) {
      return;
    }
    bind(
            """
            INSERT INTO crm.alias (workspace_id, scope, kind, value, contact_id, address_id)
            SELECT * FROM unnest(:workspaces, :scopes, :kinds, :values, :contacts, :addresses)
            ON CONFLICT (workspace_id, scope, kind, value)
            DO UPDATE SET contact_id = EXCLUDED.contact_id, address_id = EXCLUDED.address_id
            """,
            targets.keySet())
        .param("contacts", Column.ids(targets.values(), it -> it.contact().value()))
        .param(
            "addresses",
            Column.numbers(targets.values(), it -> it.address().map(AddressId::value).orElse(null)))
        .update();
  }

  void remove(Collection<Key> keys) {
    bind(
            """
            DELETE FROM crm.alias a
            USING unnest(:workspaces, :scopes, :kinds, :values) AS k (workspace_id, scope, kind, value)
            WHERE (a.workspace_id, a.scope, a.kind, a.value)
                  = (k.workspace_id, k.scope, k.kind, k.value)
            """,
            keys)
        .update();
  }

  /// The names of one address, and what of them the whole workspace shares, lead to another
  /// contact. They are not locked: whoever decides about them meanwhile waits for the contact's
  /// thread first, and then looks again.
  void move(WorkspaceId workspace, Address address, ContactId to) {
    var keys =
        address.aliases().stream()
            .flatMap(it -> keys(workspace, address.channel(), it).stream())
            .toList();
    bind(
            """
            UPDATE crm.alias a SET contact_id = :to
            FROM unnest(:workspaces, :scopes, :kinds, :values) AS k (workspace_id, scope, kind, value)
            WHERE (a.workspace_id, a.scope, a.kind, a.value)
                  = (k.workspace_id, k.scope, k.kind, k.value)
            """,
            keys)
        .param("to", to.value())
        .update();
  }

  void move(ContactId from, ContactId to) {
    jdbc.sql("UPDATE crm.alias SET contact_id = :to WHERE contact_id = :from")
        .param("to", to.value())
        .param("from", from.value())
        .update();
  }

  void erase(ContactId contact) {
    jdbc.sql("DELETE FROM crm.alias WHERE contact_id = :contact")
        .param("contact", contact.value())
        .update();
  }

  private JdbcClient.StatementSpec bind(String sql, Collection<Key> keys) {
    return jdbc.sql(sql)
        .param("workspaces", Column.ids(keys, it -> it.workspace().value()))
        .param("scopes", Column.texts(keys, Key::scope))
        .param("kinds", Column.texts(keys, it -> it.kind().name()))
        .param("values", Column.texts(keys, Key::value));
  }
}
