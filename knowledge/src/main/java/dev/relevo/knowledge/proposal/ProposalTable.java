package dev.relevo.knowledge.proposal;

import dev.relevo.knowledge.draft.Editor;
import dev.relevo.knowledge.proposal.Proposal.Decision;
import dev.relevo.knowledge.proposal.Proposal.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `knowledge.proposal`.
@Repository
class ProposalTable {

  private final JdbcClient jdbc;

  ProposalTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  record Due(long workspaceId, Proposal proposal) {}

  Proposal insert(long workspaceId, Proposal proposal) {
    return jdbc.sql(
            """
            INSERT INTO knowledge.proposal
              (workspace_id, stage, revision, row_count, warnings, note,
               proposer_id, proposer, proposed_at, publish_at)
            VALUES (:workspace, :stage, :revision, :rows, :warnings, :note, :by, :name, :at, :publish)
            RETURNING *
            """)
        .param("workspace", workspaceId)
        .param("stage", name(proposal.stage()))
        .param("revision", proposal.revision())
        .param("rows", proposal.rows())
        .param("warnings", proposal.warnings())
        .param("note", proposal.note())
        .param("by", proposal.by().id())
        .param("name", proposal.by().name())
        .param("at", proposal.at().atOffset(ZoneOffset.UTC))
        .param("publish", proposal.publishAt().atOffset(ZoneOffset.UTC))
        .query((row, at) -> read(row))
        .single();
  }

  /// Until the transaction ends nobody else proposes.
  void oneAtATime(long workspaceId) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('knowledge.proposal', :workspace))")
        .param("workspace", workspaceId)
        .query((row, at) -> true)
        .single();
  }

  Optional<Proposal> open(long workspaceId) {
    return jdbc.sql(
            """
            SELECT * FROM knowledge.proposal
             WHERE workspace_id = :workspace AND stage IN ('WAITING', 'SCHEDULED')
            """)
        .param("workspace", workspaceId)
        .query((row, at) -> read(row))
        .optional();
  }

  List<Proposal> newest(long workspaceId, int most) {
    return jdbc.sql(
            """
            SELECT * FROM knowledge.proposal
             WHERE workspace_id = :workspace ORDER BY id DESC LIMIT :most
            """)
        .param("workspace", workspaceId)
        .param("most", most)
        .query((row, at) -> read(row))
        .list();
  }

  Optional<Proposal> lock(long workspaceId, long id) {
    return jdbc.sql(
            """
            SELECT * FROM knowledge.proposal
             WHERE workspace_id = :workspace AND id = :id FOR UPDATE
            """)
        .param("workspace", workspaceId)
        .param("id", id)
        .query((row, at) -> read(row))
        .optional();
  }

  /// The one that waits longest for its time, which has come; passed over while another replica
  /// publishes it.
  Optional<Due> due(Instant now) {
    return jdbc.sql(
            """
            SELECT * FROM knowledge.proposal
             WHERE stage = 'SCHEDULED' AND publish_at <= :now
             ORDER BY publish_at LIMIT 1 FOR UPDATE SKIP LOCKED
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, at) -> new Due(row.getLong("workspace_id"), read(row)))
        .optional();
  }

  Proposal change(long workspaceId, Proposal proposal, Stage stage) {
    var decision = decision(stage);
    return jdbc.sql(
            """
            UPDATE knowledge.proposal
               SET stage = :stage, version = :version, decider_id = :by, decider = :name,
                   decided_at = :at, reason = :why
             WHERE workspace_id = :workspace AND id = :id
            RETURNING *
            """)
        .param("workspace", workspaceId)
        .param("id", proposal.id())
        .param("stage", name(stage))
        .param("version", stage instanceof Stage.Published(var number, _) ? number : null)
        .param("by", decision.map(it -> it.by().id()).orElse(null))
        .param("name", decision.map(it -> it.by().name()).orElse(null))
        .param("at", decision.map(it -> it.at().atOffset(ZoneOffset.UTC)).orElse(null))
        .param("why", decision.map(Decision::why).orElse(""))
        .query((row, at) -> read(row))
        .single();
  }

  private static String name(Stage stage) {
    return switch (stage) {
      case Stage.Waiting _ -> "WAITING";
      case Stage.Scheduled _ -> "SCHEDULED";
      case Stage.Published _ -> "PUBLISHED";
      case Stage.Rejected _ -> "REJECTED";
      case Stage.Withdrawn _ -> "WITHDRAWN";
    };
  }

  private static Optional<Decision> decision(Stage stage) {
    return switch (stage) {
      case Stage.Waiting _ -> Optional.empty();
      case Stage.Scheduled(var approval) -> approval;
      case Stage.Published(_, var approval) -> approval;
      case Stage.Rejected(var decision) -> Optional.of(decision);
      case Stage.Withdrawn(var decision) -> Optional.of(decision);
    };
  }

  private static Proposal read(ResultSet row) throws SQLException {
    return new Proposal(
        row.getLong("id"),
        row.getLong("revision"),
        row.getInt("row_count"),
        row.getInt("warnings"),
        row.getString("note"),
        new Editor(row.getLong("proposer_id"), row.getString("proposer")),
        instant(row, "proposed_at"),
        instant(row, "publish_at"),
        stage(row));
  }

  private static Stage stage(ResultSet row) throws SQLException {
    var decision = decision(row);
    return switch (row.getString("stage")) {
      case "WAITING" -> new Stage.Waiting();
      case "SCHEDULED" -> new Stage.Scheduled(decision);
      case "PUBLISHED" -> new Stage.Published(row.getInt("version"), decision);
      case "REJECTED" -> new Stage.Rejected(decision.orElseThrow());
      case "WITHDRAWN" -> new Stage.Withdrawn(decision.orElseThrow());
      default -> throw new IllegalStateException("no such stage: " + row.getString("stage"));
    };
  }

  private static Optional<Decision> decision(ResultSet row) throws SQLException {
    @Nullable String name = row.getString("decider");
    return name == null
        ? Optional.empty()
        : Optional.of(
            new Decision(
                new Editor(row.getLong("decider_id"), name),
                instant(row, "decided_at"),
                row.getString("reason")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
