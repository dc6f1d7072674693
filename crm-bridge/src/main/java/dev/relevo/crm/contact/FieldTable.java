package dev.relevo.crm.contact;

import dev.relevo.crm.workspace.WorkspaceId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The custom fields workspaces keep.
@Repository
class FieldTable {
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  FieldTable(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<Field> all(WorkspaceId workspace) {
    return jdbc.sql(
            """
            SELECT slug, name, type, choices FROM crm.field
            WHERE workspace_id = :workspace ORDER BY position, name, slug
            """)
        .param("workspace", workspace.value())
        .query((row, number) ->
            new Field(
                row.getString("slug"),
                row.getString("name"),
                FieldType.valueOf(row.getString("type")),
                json.readValue(row.getString("choices"), TEXTS)))
        .list();
  }

  void define(WorkspaceId workspace, Field field) {
    var changed =
        jdbc.sql(
                """
                INSERT INTO crm.field (workspace_id, slug, name, type, choices, position)
                SELECT :workspace, :slug, :name, :type, CAST(:choices AS jsonb), count(*)
                FROM crm.field WHERE workspace_id = :workspace
                ON CONFLICT (workspace_id, slug)
                DO UPDATE SET name = EXCLUDED.name, choices = EXCLUDED.choices
                WHERE crm.field.type = EXCLUDED.type
                """)
            .param("workspace", workspace.value())
            .param("slug", field.slug())
            .param("name", field.name())
            .param("type", field.type().name())
            .param("choices", json.writeValueAsString(field.choices()))
            .update();
    if (changed == 0) {
      throw new IllegalArgumentException(
          "the field " + field.slug() + " has another type already; a type cannot be changed");
    }
  }
}
