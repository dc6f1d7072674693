package dev.relevo.bot.audit;

import dev.relevo.crm.sql.Column;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// `bot.audit`, to which rows are only added.
@Repository
class AuditTable {

  private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  AuditTable(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void add(WorkspaceId workspace, Entry entry) {
    jdbc.sql(
            """
            INSERT INTO bot.audit (workspace_id, at, act, member_id, key_id, about, address)
            VALUES (:workspace, :at, :act, :member, :key, CAST(:about AS jsonb), :address)
            """)
        .param("workspace", workspace.value())
        .param("at", Column.at(entry.at()))
        .param("act", entry.act().name())
        .param("member", entry.actor() instanceof Actor.Person(var id) ? id.value() : null)
        .param("key", entry.actor() instanceof Actor.Program(var id) ? id : null)
        .param("about", json.writeValueAsString(entry.about()))
        .param("address", entry.address())
        .update();
  }

  List<Entry> page(WorkspaceId workspace, Audit.Filter filter, long before, int most) {
    return jdbc.sql(
            """
            SELECT id, at, act, member_id, key_id, about, address FROM bot.audit
            WHERE workspace_id = :workspace AND id < :before
              AND (CAST(:act AS text) IS NULL OR act = :act)
              AND (CAST(:member AS bigint) IS NULL OR member_id = :member
                   OR about ->> 'member' = CAST(:member AS text))
            ORDER BY id DESC LIMIT :most
            """)
        .param("workspace", workspace.value())
        .param("before", before)
        .param("act", filter.act().map(Act::name).orElse(null))
        .param("member", filter.member().map(MemberId::value).orElse(null))
        .param("most", most)
        .query(this::read)
        .list();
  }

  private Entry read(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getLong("id"),
        Column.instant(row, "at"),
        actor(row),
        Act.valueOf(row.getString("act")),
        json.readValue(row.getString("about"), WORDS),
        row.getString("address"));
  }

  private static Actor actor(ResultSet row) throws SQLException {
    var member = Column.optionalId(row, "member_id", MemberId::new);
    var key = Column.optionalId(row, "key_id", Long::valueOf);
    return member
        .<Actor>map(Actor.Person::new)
        .or(() -> key.map(Actor.Program::new))
        .orElseGet(Actor.Nobody::new);
  }
}
