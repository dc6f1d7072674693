package dev.relevo.bot.access;

import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The links that let somebody in, by the hash of their token.
@Repository
class EntryLinks {

  private static final String COLUMNS =
      "id, workspace_id, kind, role, member_id, made_by, created_at, expires_at";

  private final JdbcClient jdbc;

  EntryLinks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(EntryLink link, byte[] tokenHash) {
    jdbc.sql(
            """
            INSERT INTO bot.entry_link
              (workspace_id, kind, token, role, member_id, made_by, created_at, expires_at)
            VALUES (:workspace, :kind, :token, :role, :member, :by, :at, :until)
            """)
        .param("workspace", link.workspace().value())
        .param("kind", link.kind().name())
        .param("token", tokenHash)
        .param("role", link.role().name())
        .param("member", number(link.member()))
        .param("by", number(link.madeBy()))
        .param("at", link.createdAt().atOffset(ZoneOffset.UTC))
        .param("until", link.expiresAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /// The link with that token while it may still be used.
  Optional<EntryLink> usable(byte[] tokenHash, Instant now) {
    return jdbc.sql(
            """
            SELECT %s FROM bot.entry_link
            WHERE token = :token AND used_at IS NULL AND expires_at > :now
            """
                .formatted(COLUMNS))
        .param("token", tokenHash)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(EntryLinks::read)
        .optional();
  }

  /// Uses the link up; false when somebody else did before, or it expired.
  boolean use(byte[] tokenHash, Instant now) {
    return jdbc.sql(
                """
                UPDATE bot.entry_link SET used_at = :now
                WHERE token = :token AND used_at IS NULL AND expires_at > :now
                """)
            .param("token", tokenHash)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /// Invitations nobody used yet, newest first.
  List<EntryLink> openInvitations(WorkspaceId workspace, Instant now) {
    return jdbc.sql(
            """
            SELECT %s FROM bot.entry_link
            WHERE workspace_id = :workspace AND kind = 'INVITE' AND used_at IS NULL
              AND expires_at > :now
            ORDER BY id DESC
            """
                .formatted(COLUMNS))
        .param("workspace", workspace.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(EntryLinks::read)
        .list();
  }

  void remove(WorkspaceId workspace, long id) {
    jdbc.sql(
            """
            DELETE FROM bot.entry_link
            WHERE workspace_id = :workspace AND id = :id AND used_at IS NULL
            """)
        .param("workspace", workspace.value())
        .param("id", id)
        .update();
  }

  /// Unused links of that kind stop to work; of one member when named.
  void revoke(WorkspaceId workspace, EntryLink.Kind kind, Optional<MemberId> member) {
    jdbc.sql(
            """
            DELETE FROM bot.entry_link
            WHERE workspace_id = :workspace AND kind = :kind AND used_at IS NULL
              AND member_id IS NOT DISTINCT FROM :member::bigint
            """)
        .param("workspace", workspace.value())
        .param("kind", kind.name())
        .param("member", number(member))
        .update();
  }

  /// Invitations a member made stop to work with the member.
  void revokeMadeBy(MemberId member) {
    jdbc.sql("DELETE FROM bot.entry_link WHERE made_by = :member AND used_at IS NULL")
        .param("member", member.value())
        .update();
  }

  private static @Nullable Long number(Optional<MemberId> member) {
    return member.map(MemberId::value).orElse(null);
  }

  private static EntryLink read(ResultSet row, int number) throws SQLException {
    return new EntryLink(
        row.getLong("id"),
        new WorkspaceId(row.getLong("workspace_id")),
        EntryLink.Kind.valueOf(row.getString("kind")),
        Role.valueOf(row.getString("role")),
        member(row, "member_id"),
        member(row, "made_by"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("expires_at").toInstant());
  }

  private static Optional<MemberId> member(ResultSet row, String column) throws SQLException {
    var value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(new MemberId(value));
  }
}
