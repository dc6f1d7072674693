package dev.relevo.bot.access;

import dev.relevo.crm.sql.Column;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `bot.api_key`.
@Repository
class ApiKeyTable {

  private final JdbcClient jdbc;

  ApiKeyTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Adds the key, whose own id does not count; its id.
  long add(WorkspaceId workspace, ApiKey key, byte[] tokenHash) {
    return jdbc.sql(
            """
            INSERT INTO bot.api_key (workspace_id, name, token, hint, scopes, made_by, made_at)
            VALUES (:workspace, :name, :token, :hint, :scopes, :by, :at)
            RETURNING id
            """)
        .param("workspace", workspace.value())
        .param("name", key.name())
        .param("token", tokenHash)
        .param("hint", key.hint())
        .param("scopes", Column.texts(key.scopes(), Scope::text))
        .param("by", key.madeBy().value())
        .param("at", Column.at(key.madeAt()))
        .query(Long.class)
        .single();
  }

  /// The keys that are good, newest first.
  List<ApiKey> good(WorkspaceId workspace) {
    return jdbc.sql(
            """
            SELECT id, name, hint, scopes, made_by, made_at, last_used_at FROM bot.api_key
            WHERE workspace_id = :workspace AND revoked_at IS NULL
            ORDER BY id DESC
            """)
        .param("workspace", workspace.value())
        .query((row, _) ->
            new ApiKey(
                row.getLong("id"),
                row.getString("name"),
                row.getString("hint"),
                scopes(row),
                new MemberId(row.getLong("made_by")),
                Column.instant(row, "made_at"),
                Column.optionalInstant(row, "last_used_at")))
        .list();
  }

  /// Ends a key; false when there is no good one of that number.
  boolean revoke(WorkspaceId workspace, long key, MemberId by, Instant at) {
    return jdbc.sql(
                """
                UPDATE bot.api_key SET revoked_by = :by, revoked_at = :at
                WHERE workspace_id = :workspace AND id = :id AND revoked_at IS NULL
                """)
            .param("workspace", workspace.value())
            .param("id", key)
            .param("by", by.value())
            .param("at", Column.at(at))
            .update()
        == 1;
  }

  /// Who calls with the key of that hash, while it is good.
  Optional<ApiCaller> caller(byte[] tokenHash) {
    return jdbc.sql(
            """
            SELECT id, workspace_id, name, scopes FROM bot.api_key
            WHERE token = :token AND revoked_at IS NULL
            """)
        .param("token", tokenHash)
        .query((row, _) ->
            new ApiCaller(
                row.getLong("id"),
                new WorkspaceId(row.getLong("workspace_id")),
                row.getString("name"),
                scopes(row)))
        .optional();
  }

  /// Notes that the key was used, at most once a minute.
  void used(long key, Instant at) {
    jdbc.sql(
            """
            UPDATE bot.api_key SET last_used_at = :at
            WHERE id = :id
              AND (last_used_at IS NULL OR last_used_at < :at::timestamptz - interval '1 minute')
            """)
        .param("id", key)
        .param("at", Column.at(at))
        .update();
  }

  private static Set<Scope> scopes(ResultSet row) throws SQLException {
    return Arrays.stream((String[]) row.getArray("scopes").getArray())
        .map(Scope::of)
        .flatMap(Optional::stream)
        .collect(Collectors.toUnmodifiableSet());
  }
}
