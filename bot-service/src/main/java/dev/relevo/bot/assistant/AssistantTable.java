package dev.relevo.bot.assistant;

import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// `bot.assistant` and `bot.assistant_channel`.
@Repository
class AssistantTable {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  AssistantTable(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// Those that were not retired, oldest first.
  List<Assistant> all(WorkspaceId workspace) {
    return jdbc.sql(
            """
            SELECT id, workspace_id, name, enabled, engine, speaks, manner,
                   ARRAY (SELECT channel_id FROM bot.assistant_channel c
                          WHERE c.workspace_id = a.workspace_id AND c.assistant_id = a.id) AS channels
            FROM bot.assistant a
            WHERE workspace_id = :workspace AND retired_at IS NULL
            ORDER BY id
            """)
        .param("workspace", workspace.value())
        .query(this::read)
        .list();
  }

  AssistantId insert(Assistant assistant, Instant at) {
    return jdbc.sql(
            """
            INSERT INTO bot.assistant
              (workspace_id, name, enabled, engine, speaks, everywhere, manner, changed_at)
            VALUES (:workspace, :name, :enabled, :engine, :speaks, :everywhere,
                    CAST(:manner AS jsonb), :at)
            RETURNING id
            """)
        .param("workspace", assistant.workspace().value())
        .param("name", assistant.name())
        .param("enabled", assistant.enabled())
        .param("engine", assistant.engine().name())
        .param("speaks", assistant.speaks().map(Language::code).orElse(null))
        .param("everywhere", assistant.channels().isEmpty())
        .param("manner", json.writeValueAsString(assistant.manner()))
        .param("at", Column.at(at))
        .query((row, _) -> new AssistantId(row.getLong("id")))
        .single();
  }

  /// False when there is none of that number.
  boolean update(Assistant assistant, Instant at) {
    return jdbc.sql(
                """
                UPDATE bot.assistant
                SET name = :name, enabled = :enabled, engine = :engine, speaks = :speaks,
                    everywhere = :everywhere, manner = CAST(:manner AS jsonb), changed_at = :at
                WHERE workspace_id = :workspace AND id = :id AND retired_at IS NULL
                """)
            .param("workspace", assistant.workspace().value())
            .param("id", assistant.id().value())
            .param("name", assistant.name())
            .param("enabled", assistant.enabled())
            .param("engine", assistant.engine().name())
            .param("speaks", assistant.speaks().map(Language::code).orElse(null))
            .param("everywhere", assistant.channels().isEmpty())
            .param("manner", json.writeValueAsString(assistant.manner()))
            .param("at", Column.at(at))
            .update()
        == 1;
  }

  /// The channels it answers from now on. Fails when another one has one of them.
  void channels(Assistant assistant) {
    jdbc.sql(
            """
            DELETE FROM bot.assistant_channel
            WHERE workspace_id = :workspace AND assistant_id = :assistant
            """)
        .param("workspace", assistant.workspace().value())
        .param("assistant", assistant.id().value())
        .update();
    jdbc.sql(
            """
            INSERT INTO bot.assistant_channel (workspace_id, channel_id, assistant_id)
            SELECT :workspace, channel, :assistant FROM unnest(CAST(:channels AS text[])) AS channel
            """)
        .param("workspace", assistant.workspace().value())
        .param("assistant", assistant.id().value())
        .param("channels", Column.texts(assistant.channels(), ChannelId::value))
        .update();
  }

  /// It answers nothing more; its calls stay told apart. False when there is none of that number.
  boolean retire(WorkspaceId workspace, AssistantId id, Instant at) {
    jdbc.sql(
            """
            DELETE FROM bot.assistant_channel
            WHERE workspace_id = :workspace AND assistant_id = :assistant
            """)
        .param("workspace", workspace.value())
        .param("assistant", id.value())
        .update();
    return jdbc.sql(
                """
                UPDATE bot.assistant SET retired_at = :at
                WHERE workspace_id = :workspace AND id = :id AND retired_at IS NULL
                """)
            .param("workspace", workspace.value())
            .param("id", id.value())
            .param("at", Column.at(at))
            .update()
        == 1;
  }

  private Assistant read(ResultSet row, int number) throws SQLException {
    return new Assistant(
        new AssistantId(row.getLong("id")),
        new WorkspaceId(row.getLong("workspace_id")),
        row.getString("name"),
        row.getBoolean("enabled"),
        Arrays.stream((String[]) row.getArray("channels").getArray())
            .map(ChannelId::new)
            .collect(Collectors.toSet()),
        Engine.valueOf(row.getString("engine")),
        Optional.ofNullable(row.getString("speaks")).flatMap(Language::of),
        json.readValue(row.getString("manner"), Manner.class));
  }
}
