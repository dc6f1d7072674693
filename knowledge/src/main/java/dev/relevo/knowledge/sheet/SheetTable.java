package dev.relevo.knowledge.sheet;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// `knowledge.sheet`.
@Repository
class SheetTable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<LinkedHashMap<String, Map<String, String>>> ROWS =
      new TypeReference<>() {};
  private static final TypeReference<List<Merge.Conflict>> CONFLICTS = new TypeReference<>() {};

  private final JdbcClient jdbc;

  SheetTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// A link with what only this room sees.
  ///
  /// @param conflicts cells both sides changed, of which nobody has decided yet
  record Kept(Link link, String sealedKey, Grid agreed, List<Merge.Conflict> conflicts) {}

  /// Connects the workspace; what was agreed on with another sheet is forgotten.
  void connect(long workspace, Link link, String sealedKey, String by, Instant at) {
    jdbc.sql(
            """
            INSERT INTO knowledge.sheet
              (workspace_id, spreadsheet, sheet, account, sealed_key, connected_by, connected_at,
               due_at)
            VALUES (:workspace, :spreadsheet, :sheet, :account, :key, :by, :at, :at)
            ON CONFLICT (workspace_id) DO UPDATE
              SET spreadsheet = excluded.spreadsheet, sheet = excluded.sheet,
                  account = excluded.account, sealed_key = excluded.sealed_key,
                  connected_by = excluded.connected_by, connected_at = excluded.connected_at,
                  agreed = CASE
                    WHEN (sheet.spreadsheet, sheet.sheet) = (excluded.spreadsheet, excluded.sheet)
                      THEN sheet.agreed ELSE '{}' END,
                  synced_at = CASE
                    WHEN (sheet.spreadsheet, sheet.sheet) = (excluded.spreadsheet, excluded.sheet)
                      THEN sheet.synced_at END,
                  conflicts = CASE
                    WHEN (sheet.spreadsheet, sheet.sheet) = (excluded.spreadsheet, excluded.sheet)
                      THEN sheet.conflicts ELSE '[]' END,
                  due_at = excluded.connected_at, claimed_until = NULL, claim = sheet.claim + 1,
                  failures = 0, fault = '', problems = '[]'
            """)
        .param("workspace", workspace)
        .param("spreadsheet", link.spreadsheet())
        .param("sheet", link.sheet())
        .param("account", link.account())
        .param("key", sealedKey)
        .param("by", by)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  void disconnect(long workspace) {
    jdbc.sql("DELETE FROM knowledge.sheet WHERE workspace_id = :workspace")
        .param("workspace", workspace)
        .update();
  }

  /// The sealed keys of every workspace.
  List<String> sealedKeys() {
    return jdbc.sql("SELECT sealed_key FROM knowledge.sheet")
        .query((row, _) -> row.getString(1))
        .list();
  }

  void replaceKey(String old, String fresh) {
    jdbc.sql("UPDATE knowledge.sheet SET sealed_key = :fresh WHERE sealed_key = :old")
        .param("fresh", fresh)
        .param("old", old)
        .update();
  }

  Optional<Kept> find(long workspace) {
    return jdbc.sql(
            """
            SELECT spreadsheet, sheet, account, sealed_key, agreed, synced_at, conflicts
              FROM knowledge.sheet
             WHERE workspace_id = :workspace
            """)
        .param("workspace", workspace)
        .query((row, at) ->
            new Kept(
                new Link(
                    row.getString("spreadsheet"),
                    row.getString("sheet"),
                    row.getString("account"),
                    Optional.ofNullable(row.getObject("synced_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)),
                row.getString("sealed_key"),
                new Grid(JSON.readValue(row.getString("agreed"), ROWS)),
                JSON.readValue(row.getString("conflicts"), CONFLICTS)))
        .optional();
  }

  /// Keeps what both sides have now, unless another sheet was connected meanwhile.
  void agree(long workspace, Link link, Grid grid, List<Merge.Conflict> conflicts, Instant at) {
    jdbc.sql(
            """
            UPDATE knowledge.sheet SET agreed = :agreed, conflicts = :conflicts, synced_at = :at
             WHERE workspace_id = :workspace AND spreadsheet = :spreadsheet AND sheet = :sheet
            """)
        .param("agreed", JSON.writeValueAsString(grid.rows()))
        .param("conflicts", JSON.writeValueAsString(conflicts))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("workspace", workspace)
        .param("spreadsheet", link.spreadsheet())
        .param("sheet", link.sheet())
        .update();
  }

  /// What nobody decided is left as it is.
  void settle(long workspace) {
    jdbc.sql("UPDATE knowledge.sheet SET conflicts = '[]' WHERE workspace_id = :workspace")
        .param("workspace", workspace)
        .update();
  }
}
