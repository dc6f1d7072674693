package dev.relevo.knowledge.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `knowledge.model` and `knowledge.model_piece`.
@Repository
class ModelTable {

  private final JdbcClient jdbc;

  ModelTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  boolean isThere(long workspaceId, int number) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT 1 FROM knowledge.model
                            WHERE workspace_id = :workspace AND number = :number)
            """)
        .param("workspace", workspaceId)
        .param("number", number)
        .query(Boolean.class)
        .single();
  }

  /// Makes room for a version's model; until the transaction ends nobody else does.
  void begin(long workspaceId, int number, Instant learntAt) {
    jdbc.sql(
            """
            INSERT INTO knowledge.model (workspace_id, number, learnt_at)
            VALUES (:workspace, :number, :at)
            ON CONFLICT (workspace_id, number) DO UPDATE SET learnt_at = EXCLUDED.learnt_at
            """)
        .param("workspace", workspaceId)
        .param("number", number)
        .param("at", learntAt.atOffset(ZoneOffset.UTC))
        .update();
    jdbc.sql(
            """
            DELETE FROM knowledge.model_piece WHERE workspace_id = :workspace AND number = :number
            """)
        .param("workspace", workspaceId)
        .param("number", number)
        .update();
  }

  void add(long workspaceId, int number, int piece, byte[] bytes) {
    jdbc.sql(
            """
            INSERT INTO knowledge.model_piece (workspace_id, number, piece, bytes)
            VALUES (:workspace, :number, :piece, :bytes)
            """)
        .param("workspace", workspaceId)
        .param("number", number)
        .param("piece", piece)
        .param("bytes", bytes)
        .update();
  }

  Optional<byte[]> piece(long workspaceId, int number, int piece) {
    return jdbc.sql(
            """
            SELECT bytes FROM knowledge.model_piece
             WHERE workspace_id = :workspace AND number = :number AND piece = :piece
            """)
        .param("workspace", workspaceId)
        .param("number", number)
        .param("piece", piece)
        .query((row, at) -> row.getBytes("bytes"))
        .optional();
  }
}
