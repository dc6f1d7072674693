package dev.relevo.crm.team;

import dev.relevo.crm.sql.Column;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MemberTable {
  private static final String SELECT =
      """
      SELECT id, workspace_id, email, name, role, language, available, active,
             active AND available AND coalesce(last_seen_at >= :seenSince, false) AS present
      FROM crm.member
      """;

  private final JdbcClient jdbc;

  MemberTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Member> find(WorkspaceId workspace, MemberId id, Instant seenSince) {
    return jdbc.sql(SELECT + "WHERE workspace_id = :workspace AND id = :id")
        .param("seenSince", Column.at(seenSince))
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query(MemberTable::read)
        .optional();
  }

  Optional<Member> byEmail(String email, Instant seenSince) {
    return jdbc.sql(SELECT + "WHERE lower(email) = lower(:email) AND active")
        .param("seenSince", Column.at(seenSince))
        .param("email", email)
        .query(MemberTable::read)
        .optional();
  }

  List<Member> active(WorkspaceId workspace, Instant seenSince) {
    return jdbc.sql(SELECT + "WHERE workspace_id = :workspace AND active ORDER BY name, id")
        .param("seenSince", Column.at(seenSince))
        .param("workspace", workspace.value())
        .query(MemberTable::read)
        .list();
  }

  /// Empty when the e-mail is in use.
  Optional<MemberId> insert(
      WorkspaceId workspace, String email, String name, Role role, Language language, Instant at) {
    return jdbc.sql(
            """
            INSERT INTO crm.member (workspace_id, email, name, role, language, created_at)
            VALUES (:workspace, :email, :name, :role, :language, :at)
            ON CONFLICT DO NOTHING
            RETURNING id
            """)
        .param("workspace", workspace.value())
        .param("email", email)
        .param("name", name)
        .param("role", role.name())
        .param("language", language.code())
        .param("at", Column.at(at))
        .query(Long.class)
        .optional()
        .map(MemberId::new);
  }

  void rename(MemberId id, String name, Language language) {
    jdbc.sql("UPDATE crm.member SET name = :name, language = :language WHERE id = :id")
        .param("name", name)
        .param("language", language.code())
        .param("id", id.value())
        .update();
  }

  void changeRole(MemberId id, Role role) {
    jdbc.sql("UPDATE crm.member SET role = :role WHERE id = :id")
        .param("role", role.name())
        .param("id", id.value())
        .update();
  }

  void deactivate(MemberId id) {
    jdbc.sql("UPDATE crm.member SET active = false WHERE id = :id")
        .param("id", id.value())
        .update();
  }

  void seen(MemberId id, Instant at) {
    jdbc.sql("UPDATE crm.member SET last_seen_at = :at WHERE id = :id")
        .param("at", Column.at(at))
        .param("id", id.value())
        .update();
  }

  void available(MemberId id, boolean available) {
    jdbc.sql("UPDATE crm.member SET available = :available WHERE id = :id")
        .param("available", available)
        .param("id", id.value())
        .update();
  }

  boolean anyPresent(WorkspaceId workspace, Instant seenSince) {
    return jdbc.sql(
            """
            SELECT EXISTS (
              SELECT FROM crm.member
              WHERE workspace_id = :workspace AND active AND available
                AND last_seen_at >= :seenSince)
            """)
        .param("workspace", workspace.value())
        .param("seenSince", Column.at(seenSince))
        .query(Boolean.class)
        .single();
  }

  private static Member read(ResultSet row, int number) throws SQLException {
    return new Member(
        new MemberId(row.getLong("id")),
        new WorkspaceId(row.getLong("workspace_id")),
        row.getString("email"),
        row.getString("name"),
        Role.valueOf(row.getString("role")),
        Language.of(row.getString("language")).orElse(Language.ES),
        row.getBoolean("available"),
        row.getBoolean("present"),
        row.getBoolean("active"));
  }
}
