package dev.relevo.crm.contact;

import dev.relevo.crm.sql.Column;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The contacts themselves, and their tags.
@Repository
class ContactTable {
  private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};
  private static final String SELECT =
      """
      SELECT c.id, c.workspace_id, c.name, c.phone, c.email, c.language, c.subscribed, c.blocked,
             c.fields, c.created_at,
             array(SELECT t.name FROM crm.tag t WHERE t.contact_id = c.id ORDER BY t.name) AS tags
      FROM crm.contact c
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final AddressTable addresses;

  ContactTable(JdbcClient jdbc, JsonMapper json, AddressTable addresses) {
    this.jdbc = jdbc;
    this.json = json;
    this.addresses = addresses;
  }

  Optional<Contact> find(WorkspaceId workspace, ContactId id) {
    return Optional.ofNullable(all(List.of(id)).get(id))
        .filter(it -> it.workspace().equals(workspace));
  }

  Map<ContactId, Contact> all(Collection<ContactId> ids) {
    var places = addresses.of(ids).stream().collect(Collectors.groupingBy(Address::contact));
    var found = new LinkedHashMap<ContactId, Contact>();
    jdbc.sql(SELECT + "WHERE c.id = ANY (:ids) ORDER BY c.id DESC")
        .param("ids", Column.ids(ids, ContactId::value))
        .query((row, number) -> {
          var id = new ContactId(row.getLong("id"));
          return read(row, id, places.getOrDefault(id, List.of()));
        })
        .list()
        .forEach(it -> found.put(it.id(), it));
    return found;
  }

  Map<ContactId, Optional<Language>> languages(Collection<ContactId> ids) {
    var found = new HashMap<ContactId, Optional<Language>>();
    jdbc.sql("SELECT id, language FROM crm.contact WHERE id = ANY (:ids)")
        .param("ids", Column.ids(ids, ContactId::value))
        .query(row -> {
          found.put(
              new ContactId(row.getLong("id")),
              Column.optionalText(row, "language").flatMap(Language::of));
        });
    return found;
  }

  Collection<ContactId> blocked(Collection<ContactId> ids) {
    return jdbc
        .sql("SELECT id FROM crm.contact WHERE id = ANY (:ids) AND blocked")
        .param("ids", Column.ids(ids, ContactId::value))
        .query((row, n) -> row.getLong(1))
        .list()
        .stream()
        .map(ContactId::new)
        .toList();
  }

  /// Into whom a contact was merged.
  Optional<ContactId> survivor(WorkspaceId workspace, ContactId id) {
    return jdbc.sql(
            """
            SELECT into_id FROM crm.merged WHERE workspace_id = :workspace AND contact_id = :id
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query(Long.class)
        .optional()
        .map(ContactId::new);
  }

  List<Contact> search(WorkspaceId workspace, SearchWords words, int limit) {
    var ids =
        jdbc
            .sql(
                """
                SELECT id FROM crm.contact_line
                WHERE workspace_id = :workspace
                  AND (:query = '' OR words @@ to_tsquery('simple', :query) OR id = :number
                       OR (:digits <> '' AND (phone LIKE '+' || :digits || '%'
                                              OR reverse(phone) LIKE reverse(:digits) || '%')))
                ORDER BY id DESC LIMIT :limit
                """)
            .param("workspace", workspace.value())
            .param("query", words.query())
            .param("number", words.number().orElse(0))
            .param("digits", words.digits())
            .param("limit", limit)
            .query((row, n) -> row.getLong(1))
            .list()
            .stream()
            .map(ContactId::new)
            .toList();
    return List.copyOf(all(ids).values());
  }

  List<Contact> lookalikes(WorkspaceId workspace, ContactId id) {
    var ids =
        jdbc
            .sql(
                """
                SELECT other.id
                FROM crm.contact_line me
                JOIN crm.contact_line other ON other.workspace_id = me.workspace_id
                  AND other.id <> me.id
                  AND (other.phone = me.phone OR lower(other.email) = lower(me.email))
                WHERE me.workspace_id = :workspace AND me.id = :id
                ORDER BY other.id LIMIT 10
                """)
            .param("workspace", workspace.value())
            .param("id", id.value())
            .query((row, n) -> row.getLong(1))
            .list()
            .stream()
            .map(ContactId::new)
            .toList();
    return List.copyOf(all(ids).values());
  }

  /// What the resolution must know of existing contacts.
  record Basics(boolean named, boolean hasPhone, Optional<Language> language, boolean blocked) {}

  Map<ContactId, Basics> basics(Collection<ContactId> ids) {
    var found = new HashMap<ContactId, Basics>();
    jdbc.sql("SELECT id, name, phone, language, blocked FROM crm.contact WHERE id = ANY (:ids)")
        .param("ids", Column.ids(ids, ContactId::value))
        .query(row -> {
          found.put(
              new ContactId(row.getLong("id")),
              new Basics(
                  !row.getString("name").isEmpty(),
                  row.getString("phone") != null,
                  Column.optionalText(row, "language").flatMap(Language::of),
                  row.getBoolean("blocked")));
        });
    return found;
  }

  /// What is known of somebody from what they arrive with.
  record Known(String name, Optional<String> phone, Optional<Language> language) {}

  /// One contact for each, in that order.
  List<ContactId> insert(WorkspaceId workspace, List<Known> people, Instant at) {
    return jdbc
        .sql(
            """
            INSERT INTO crm.contact (workspace_id, name, phone, language, created_at)
            SELECT :workspace, name, phone, language, :at
            FROM unnest(:names, :phones, :languages) WITH ORDINALITY AS p (name, phone, language, n)
            ORDER BY n
            RETURNING id
            """)
        .param("workspace", workspace.value())
        .param("names", Column.texts(people, Known::name))
        .param("phones", Column.texts(people, it -> it.phone().orElse(null)))
        .param(
            "languages", Column.texts(people, it -> it.language().map(Language::code).orElse(null)))
        .param("at", Column.at(at))
        .query((row, n) -> row.getLong(1))
        .list()
        .stream()
        .sorted()
        .map(ContactId::new)
        .toList();
  }

  /// Fills in what was empty.
  void complete(ContactId id, Known known) {
    jdbc.sql(
            """
            UPDATE crm.contact
            SET name = CASE WHEN name = '' THEN :name ELSE name END,
                phone = coalesce(phone, :phone), language = coalesce(language, :language)
            WHERE id = :id
            """)
        .param("name", known.name())
        .param("phone", known.phone().orElse(null))
        .param("language", known.language().map(Language::code).orElse(null))
        .param("id", id.value())
        .update();
  }

  /// The provider's phone number changed; a typed one stays.
  void rephone(ContactId id, String previous, String current) {
    jdbc.sql("UPDATE crm.contact SET phone = :current WHERE id = :id AND phone = :previous")
        .param("current", current)
        .param("id", id.value())
        .param("previous", previous)
        .update();
  }

  /// Sets one of the columns `name`, `phone`, `email`, `language`.
  boolean set(ContactId id, String column, @Nullable String value) {
    return jdbc.sql(
                "UPDATE crm.contact SET %1$s = :value WHERE id = :id AND %1$s IS DISTINCT FROM :value"
                    .formatted(column))
            .param("value", value)
            .param("id", id.value())
            .update()
        > 0;
  }

  /// Sets one of the columns `subscribed`, `blocked`.
  boolean flag(ContactId id, String column, boolean value) {
    return jdbc.sql(
                "UPDATE crm.contact SET %1$s = :value WHERE id = :id AND %1$s <> :value"
                    .formatted(column))
            .param("value", value)
            .param("id", id.value())
            .update()
        > 0;
  }

  boolean setField(ContactId id, String slug, String value) {
    return jdbc.sql(
                """
                UPDATE crm.contact
                SET fields = CASE WHEN :value = '' THEN fields - :slug
                             ELSE fields || jsonb_build_object(:slug, :value) END
                WHERE id = :id AND coalesce(fields ->> :slug, '') <> :value
                """)
            .param("value", value)
            .param("slug", slug)
            .param("id", id.value())
            .update()
        > 0;
  }

  List<String> tag(ContactId id, Collection<String> tags) {
    return jdbc.sql(
            """
            INSERT INTO crm.tag (workspace_id, contact_id, name)
            SELECT c.workspace_id, c.id, t.name
            FROM crm.contact c, unnest(:tags) AS t (name) WHERE c.id = :id
            ON CONFLICT DO NOTHING
            RETURNING name
            """)
        .param("tags", Column.texts(tags, it -> it))
        .param("id", id.value())
        .query((row, n) -> row.getString(1))
        .list();
  }

  List<String> untag(ContactId id, Collection<String> tags) {
    return jdbc.sql(
            """
            DELETE FROM crm.tag WHERE contact_id = :id AND name = ANY (:tags) RETURNING name
            """)
        .param("id", id.value())
        .param("tags", Column.texts(tags, it -> it))
        .query((row, n) -> row.getString(1))
        .list();
  }

  /// What is known of `from` becomes `to`'s where `to` has nothing; `from` then only leads to `to`.
  void merge(ContactId from, ContactId to, Instant at) {
    for (var sql : MERGE) {
      jdbc.sql(sql)
          .param("from", from.value())
          .param("to", to.value())
          .param("at", Column.at(at))
          .update();
    }
  }

  private static final List<String> MERGE =
      List.of(
          """
          UPDATE crm.contact t
          SET name = CASE WHEN t.name = '' THEN f.name ELSE t.name END,
              phone = coalesce(t.phone, f.phone), email = coalesce(t.email, f.email),
              language = coalesce(t.language, f.language), fields = f.fields || t.fields,
              subscribed = t.subscribed AND f.subscribed, blocked = t.blocked AND f.blocked
          FROM crm.contact f WHERE t.id = :to AND f.id = :from
          """,
          """
          INSERT INTO crm.tag (workspace_id, contact_id, name)
          SELECT workspace_id, :to, name FROM crm.tag WHERE contact_id = :from
          ON CONFLICT DO NOTHING
          """,
          "DELETE FROM crm.tag WHERE contact_id = :from",
          "UPDATE crm.merged SET into_id = :to WHERE into_id = :from",
          """
          INSERT INTO crm.merged (workspace_id, contact_id, into_id, merged_at)
          SELECT workspace_id, id, :to, :at FROM crm.contact WHERE id = :from
          """,
          "DELETE FROM crm.contact WHERE id = :from");

  void erase(ContactId id) {
    for (var sql :
        Arrays.asList(
            "DELETE FROM crm.tag WHERE contact_id = :id",
            "DELETE FROM crm.merged WHERE into_id = :id",
            "DELETE FROM crm.contact WHERE id = :id")) {
      jdbc.sql(sql).param("id", id.value()).update();
    }
  }

  private Contact read(ResultSet row, ContactId id, List<Address> places) throws SQLException {
    return new Contact(
        id,
        new WorkspaceId(row.getLong("workspace_id")),
        row.getString("name"),
        Column.optionalText(row, "phone"),
        Column.optionalText(row, "email"),
        Column.optionalText(row, "language").flatMap(Language::of),
        row.getBoolean("subscribed"),
        row.getBoolean("blocked"),
        json.readValue(row.getString("fields"), FIELDS),
        List.of((String[]) row.getArray("tags").getArray()),
        places,
        Column.instant(row, "created_at"));
  }
}
