package dev.relevo.bot.access;

import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Password hashes.
@Repository
class Credentials {

  private final JdbcClient jdbc;
  private final Clock clock;

  Credentials(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void set(WorkspaceId workspace, MemberId member, String hash) {
    jdbc.sql(
            """
            INSERT INTO bot.credential (member_id, workspace_id, password, changed_at)
            VALUES (:member, :workspace, :hash, :now)
            ON CONFLICT (member_id) DO UPDATE SET password = :hash, changed_at = :now
            """)
        .param("member", member.value())
        .param("workspace", workspace.value())
        .param("hash", hash)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<String> hash(MemberId member) {
    return jdbc.sql("SELECT password FROM bot.credential WHERE member_id = :member")
        .param("member", member.value())
        .query(String.class)
        .optional();
  }
}
