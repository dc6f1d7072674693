package dev.relevo.bot.outbox;

import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `bot.channel_pause`: channels that must not send until a person mends something.
@Repository
class PauseTable {

  private final JdbcClient jdbc;

  PauseTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void pause(WorkspaceId workspace, ChannelId channel, String reason, Instant now) {
    jdbc.sql(
            """
            INSERT INTO bot.channel_pause (workspace_id, channel_id, reason, paused_at)
            VALUES (:workspace, :channel, :reason, :now) ON CONFLICT DO NOTHING
            """)
        .param("workspace", workspace.value())
        .param("channel", channel.value())
        .param("reason", reason)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  boolean resume(WorkspaceId workspace, ChannelId channel) {
    return jdbc.sql(
                "DELETE FROM bot.channel_pause WHERE workspace_id = :workspace AND channel_id = :channel")
            .param("workspace", workspace.value())
            .param("channel", channel.value())
            .update()
        == 1;
  }

  /// Which channels are paused now. Channel ids are unique over all workspaces.
  List<ChannelId> paused(Instant now) {
    return jdbc.sql("SELECT channel_id FROM bot.channel_pause WHERE until IS NULL OR until > :now")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, number) -> new ChannelId(row.getString("channel_id")))
        .list();
  }

  Optional<String> reason(WorkspaceId workspace, ChannelId channel, Instant now) {
    return jdbc.sql(
            """
            SELECT reason FROM bot.channel_pause
            WHERE workspace_id = :workspace AND channel_id = :channel AND (until IS NULL OR until > :now)
            """)
        .param("workspace", workspace.value())
        .param("channel", channel.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(String.class)
        .optional();
  }
}
