package dev.relevo.bot.llm;

import dev.relevo.crm.sql.Column;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `bot.model_connection`.
@Repository
class ConnectionTable {

  /// A row; key and headers are sealed.
  record Row(String baseUrl, String model, String sealedKey, String sealedHeaders, String prices) {}

  /// What of a row is sealed.
  enum Sealed {
    KEY("sealed_key"),
    HEADERS("sealed_headers");

    private final String name;

    Sealed(String name) {
      this.name = name;
    }
  }

  private final JdbcClient jdbc;

  ConnectionTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Row> find(WorkspaceId workspace) {
    return jdbc.sql(
            """
            SELECT base_url, model, sealed_key, sealed_headers, prices
            FROM bot.model_connection WHERE workspace_id = :workspace
            """)
        .param("workspace", workspace.value())
        .query((row, _) ->
            new Row(
                row.getString("base_url"),
                row.getString("model"),
                row.getString("sealed_key"),
                row.getString("sealed_headers"),
                row.getString("prices")))
        .optional();
  }

  void save(WorkspaceId workspace, Row row, MemberId by, Instant at) {
    jdbc.sql(
            """
            INSERT INTO bot.model_connection
              (workspace_id, base_url, model, sealed_key, sealed_headers, prices, changed_at, changed_by)
            VALUES (:workspace, :url, :model, :key, :headers, :prices, :at, :by)
            ON CONFLICT (workspace_id) DO UPDATE
            SET base_url = EXCLUDED.base_url, model = EXCLUDED.model,
                sealed_key = EXCLUDED.sealed_key, sealed_headers = EXCLUDED.sealed_headers,
                prices = EXCLUDED.prices, changed_at = EXCLUDED.changed_at,
                changed_by = EXCLUDED.changed_by
            """)
        .param("workspace", workspace.value())
        .param("url", row.baseUrl())
        .param("model", row.model())
        .param("key", row.sealedKey())
        .param("headers", row.sealedHeaders())
        .param("prices", row.prices())
        .param("at", Column.at(at))
        .param("by", by.value())
        .update();
  }

  /// A sealed text's column, of every workspace.
  List<String> sealed(Sealed column) {
    return jdbc.sql("SELECT %s FROM bot.model_connection".formatted(column.name))
        .query((row, _) -> row.getString(1))
        .list();
  }

  void replace(Sealed column, String old, String fresh) {
    jdbc.sql(
            "UPDATE bot.model_connection SET %1$s = :fresh WHERE %1$s = :old"
                .formatted(column.name))
        .param("fresh", fresh)
        .param("old", old)
        .update();
  }

  boolean remove(WorkspaceId workspace) {
    return jdbc.sql("DELETE FROM bot.model_connection WHERE workspace_id = :workspace")
            .param("workspace", workspace.value())
            .update()
        == 1;
  }
}
