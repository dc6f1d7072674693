package dev.relevo.crm.desk;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.desk.CrmResult.Effect;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Requests that were carried out, and their results.
@Repository
class RequestTable {
  /// An effect as it is stored: `done`, `unchanged`, or a refusal's sentence.
  private static final TypeReference<List<Map<String, String>>> EFFECTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  RequestTable(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Optional<CrmResult> find(WorkspaceId workspace, String id) {
    return jdbc.sql(
            """
            SELECT result FROM crm.request WHERE workspace_id = :workspace AND request_id = :id
            """)
        .param("workspace", workspace.value())
        .param("id", id)
        .query(String.class)
        .optional()
        .map(it -> new CrmResult(json.readValue(it, EFFECTS).stream().map(this::read).toList()));
  }

  void insert(CrmRequest request, ContactId contact, CrmResult result, Instant at) {
    jdbc.sql(
            """
            INSERT INTO crm.request (workspace_id, request_id, contact_id, result, at)
            VALUES (:workspace, :id, :contact, CAST(:result AS jsonb), :at)
            """)
        .param("workspace", request.workspace().value())
        .param("id", request.id())
        .param("contact", contact.value())
        .param(
            "result",
            Column.cleanJson(
                json.writeValueAsString(result.effects().stream().map(this::write).toList())))
        .param("at", Column.at(at))
        .update();
  }

  int forget(Instant before, int limit) {
    return jdbc.sql(
            """
            DELETE FROM crm.request WHERE (workspace_id, request_id) IN (
              SELECT workspace_id, request_id FROM crm.request
              WHERE at < :before ORDER BY at LIMIT :limit FOR UPDATE SKIP LOCKED)
            """)
        .param("before", Column.at(before))
        .param("limit", limit)
        .update();
  }

  void move(ContactId from, ContactId to) {
    jdbc.sql("UPDATE crm.request SET contact_id = :to WHERE contact_id = :from")
        .param("to", to.value())
        .param("from", from.value())
        .update();
  }

  void erase(ContactId contact) {
    jdbc.sql("DELETE FROM crm.request WHERE contact_id = :contact")
        .param("contact", contact.value())
        .update();
  }

  private Map<String, String> write(Effect effect) {
    return switch (effect) {
      case Effect.Done() -> Map.of("effect", "done");
      case Effect.Unchanged() -> Map.of("effect", "unchanged");
      case Effect.Refused(var why) -> Map.of("effect", "refused", "why", why);
    };
  }

  private Effect read(Map<String, String> effect) {
    return switch (effect.getOrDefault("effect", "")) {
      case "done" -> new Effect.Done();
      case "unchanged" -> new Effect.Unchanged();
      default -> new Effect.Refused(effect.getOrDefault("why", ""));
    };
  }
}
