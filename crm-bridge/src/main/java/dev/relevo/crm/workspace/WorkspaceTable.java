package dev.relevo.crm.workspace;

import dev.relevo.crm.sql.Column;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class WorkspaceTable {
  private static final String COLUMNS = "id, name, zone, language, settings, created_at";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  WorkspaceTable(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Optional<Workspace> find(WorkspaceId id) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM crm.workspace WHERE id = :id")
        .param("id", id.value())
        .query(this::read)
        .optional();
  }

  List<Workspace> all() {
    return jdbc.sql("SELECT " + COLUMNS + " FROM crm.workspace ORDER BY id")
        .query(this::read)
        .list();
  }

  /// Until the end of the transaction nobody else makes a workspace by [Workspaces#first].
  void lockAll() {
    jdbc.sql("LOCK TABLE crm.workspace IN SHARE ROW EXCLUSIVE MODE").update();
  }

  Workspace insert(String name, Instant at) {
    return jdbc.sql(
            """
            INSERT INTO crm.workspace (name, created_at) VALUES (:name, :at)
            RETURNING id, name, zone, language, settings, created_at
            """)
        .param("name", name)
        .param("at", Column.at(at))
        .query(this::read)
        .single();
  }

  void update(Workspace workspace) {
    jdbc.sql(
            """
            UPDATE crm.workspace
            SET name = :name, zone = :zone, language = :language,
                settings = CAST(:settings AS jsonb)
            WHERE id = :id
            """)
        .param("name", workspace.name())
        .param("zone", workspace.zone().getId())
        .param("language", workspace.language().code())
        .param("settings", json.writeValueAsString(Settings.of(workspace)))
        .param("id", workspace.id().value())
        .update();
  }

  private Workspace read(ResultSet row, int number) throws SQLException {
    var settings = json.readValue(row.getString("settings"), Settings.class);
    return new Workspace(
        new WorkspaceId(row.getLong("id")),
        row.getString("name"),
        ZoneId.of(row.getString("zone")),
        Language.of(row.getString("language")).orElse(Language.ES),
        settings.switches(),
        settings.guards(),
        settings.texts(),
        settings.remindAfter(),
        settings.keepConversations(),
        settings.curation(),
        settings.agentHelp(),
        Column.instant(row, "created_at"));
  }
}
