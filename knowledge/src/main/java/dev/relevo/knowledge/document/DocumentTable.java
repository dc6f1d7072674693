package dev.relevo.knowledge.document;

import dev.relevo.knowledge.sentence.Sentence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `knowledge.document`.
@Repository
class DocumentTable {

  private static final String COLUMNS =
      """
      SELECT d.id, d.kind, d.origin, d.title, d.schedule, d.page_limit, d.state, d.reason,
             d.pages_read, d.pages_found, d.added_by, d.read_at, d.due_at,
             (SELECT count(*) FROM knowledge.passage p
               WHERE p.workspace_id = d.workspace_id AND p.document_id = d.id) AS passages,
             (SELECT coalesce(sum(size), 0) FROM knowledge.document_part p
               WHERE p.workspace_id = d.workspace_id AND p.document_id = d.id) AS bytes
        FROM knowledge.document d
      """;

  private final JdbcClient jdbc;

  DocumentTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// What a workspace's documents take up.
  record Totals(int documents, long bytes, int passages) {}

  /// A document as it is added.
  record Fresh(
      long workspace,
      Document.Kind kind,
      String origin,
      String title,
      Schedule schedule,
      int pageLimit,
      String by,
      Instant at) {}

  /// Until the transaction ends nobody else adds to the workspace.
  void lock(long workspace) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('knowledge.document', :workspace))")
        .param("workspace", workspace)
        .query((row, at) -> true)
        .single();
  }

  Totals totals(long workspace) {
    return jdbc.sql(
            """
            SELECT (SELECT count(*) FROM knowledge.document WHERE workspace_id = :workspace),
                   (SELECT coalesce(sum(size), 0) FROM knowledge.document_part
                     WHERE workspace_id = :workspace),
                   (SELECT count(*) FROM knowledge.passage WHERE workspace_id = :workspace)
            """)
        .param("workspace", workspace)
        .query((row, at) -> new Totals(row.getInt(1), row.getLong(2), row.getInt(3)))
        .single();
  }

  boolean holdsSite(long workspace, String origin) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT FROM knowledge.document
                            WHERE workspace_id = :workspace AND kind = 'SITE'
                              AND md5(origin) = md5(:origin))
            """)
        .param("workspace", workspace)
        .param("origin", origin)
        .query(Boolean.class)
        .single();
  }

  long insert(Fresh fresh) {
    return jdbc.sql(
            """
            INSERT INTO knowledge.document
              (workspace_id, kind, origin, title, schedule, page_limit, state, added_by, added_at, due_at)
            VALUES (:workspace, :kind, :origin, :title, :schedule, :pages, 'WAITING', :by, :at, :at)
            RETURNING id
            """)
        .param("workspace", fresh.workspace())
        .param("kind", fresh.kind().name())
        .param("origin", fresh.origin())
        .param("title", fresh.title())
        .param("schedule", fresh.schedule().name())
        .param("pages", fresh.pageLimit())
        .param("by", fresh.by())
        .param("at", bound(fresh.at()))
        .query(Long.class)
        .single();
  }

  List<Document> all(long workspace) {
    return jdbc.sql(COLUMNS + " WHERE d.workspace_id = :workspace ORDER BY d.id DESC")
        .param("workspace", workspace)
        .query(DocumentTable::read)
        .list();
  }

  Optional<Document> find(long workspace, long id) {
    return jdbc.sql(COLUMNS + " WHERE d.workspace_id = :workspace AND d.id = :id")
        .param("workspace", workspace)
        .param("id", id)
        .query(DocumentTable::read)
        .optional();
  }

  /// Of every document, a number that changes with its passages.
  Map<Long, Long> revisions(long workspace) {
    var revisions = new HashMap<Long, Long>();
    jdbc.sql("SELECT id, revision FROM knowledge.document WHERE workspace_id = :workspace")
        .param("workspace", workspace)
        .query(row -> {
          revisions.put(row.getLong("id"), row.getLong("revision"));
        });
    return revisions;
  }

  /// Claims the document that has waited longest, of all workspaces.
  Optional<Claim> claim(Instant now, Instant until) {
    return jdbc.sql(
            """
            UPDATE knowledge.document
               SET state = 'READING', claimed_until = :until, claim = claim + 1, tries = tries + 1,
                   pages_read = 0, pages_found = 1
             WHERE id = (SELECT id FROM knowledge.document
                          WHERE due_at IS NOT NULL AND coalesce(claimed_until, due_at) <= :now
                          ORDER BY coalesce(claimed_until, due_at)
                          LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING workspace_id, id, kind, origin, schedule, page_limit, claim, tries
            """)
        .param("now", bound(now))
        .param("until", bound(until))
        .query((row, at) ->
            new Claim(
                row.getLong("workspace_id"),
                row.getLong("id"),
                Document.Kind.valueOf(row.getString("kind")),
                row.getString("origin"),
                Schedule.valueOf(row.getString("schedule")),
                row.getInt("page_limit"),
                row.getLong("claim"),
                row.getInt("tries")))
        .optional();
  }

  /// Says how far the reading is, and keeps the claim a while longer; false if it is void.
  boolean progress(Claim claim, Document.Progress progress, Instant until) {
    return jdbc.sql(
                """
                UPDATE knowledge.document
                   SET pages_read = :read, pages_found = :found, claimed_until = :until
                 WHERE workspace_id = :workspace AND id = :id AND claim = :claim AND state = 'READING'
                """)
            .param("read", progress.read())
            .param("found", progress.found())
            .param("until", bound(until))
            .param("workspace", claim.workspace())
            .param("id", claim.document())
            .param("claim", claim.number())
            .update()
        == 1;
  }

  /// Locks the document until the transaction ends; false if the claim is void.
  boolean holds(Claim claim) {
    return jdbc.sql(
            """
            SELECT id FROM knowledge.document
             WHERE workspace_id = :workspace AND id = :id AND claim = :claim AND state = 'READING'
               FOR UPDATE
            """)
        .param("workspace", claim.workspace())
        .param("id", claim.document())
        .param("claim", claim.number())
        .query(Long.class)
        .optional()
        .isPresent();
  }

  void raiseRevision(Claim claim) {
    jdbc.sql(
            """
            UPDATE knowledge.document SET revision = revision + 1
             WHERE workspace_id = :workspace AND id = :id
            """)
        .param("workspace", claim.workspace())
        .param("id", claim.document())
        .update();
  }

  void retitle(Claim claim, String title) {
    jdbc.sql(
            """
            UPDATE knowledge.document SET title = :title
             WHERE workspace_id = :workspace AND id = :id AND claim = :claim
            """)
        .param("title", title)
        .param("workspace", claim.workspace())
        .param("id", claim.document())
        .param("claim", claim.number())
        .update();
  }

  /// Ends the reading; what is not the claim's any more stays as it is.
  ///
  /// @param why it failed; empty if it is read
  void end(Claim claim, Optional<Sentence> why, Instant now) {
    jdbc.sql(
            """
            UPDATE knowledge.document
               SET state = :state, reason = :reason, claimed_until = NULL, tries = 0, due_at = :due,
                   read_at = CASE WHEN :state = 'READY' THEN :now ELSE read_at END
             WHERE workspace_id = :workspace AND id = :id AND claim = :claim AND state = 'READING'
            """)
        .param("state", why.isEmpty() ? "READY" : "FAILED")
        .param("reason", why.map(Sentence::kept).orElse(""))
        .param("due", claim.schedule().after(now).map(DocumentTable::bound).orElse(null))
        .param("now", bound(now))
        .param("workspace", claim.workspace())
        .param("id", claim.document())
        .param("claim", claim.number())
        .update();
  }

  /// Puts it first in line, unless it is being read just now.
  void readAgain(long workspace, long id, Instant now) {
    jdbc.sql(
            """
            UPDATE knowledge.document SET state = 'WAITING', reason = '', due_at = :now, tries = 0
             WHERE workspace_id = :workspace AND id = :id AND state <> 'READING'
            """)
        .param("now", bound(now))
        .param("workspace", workspace)
        .param("id", id)
        .update();
  }

  void schedule(long workspace, long id, Schedule schedule, @Nullable Instant due) {
    jdbc.sql(
            """
            UPDATE knowledge.document
               SET schedule = :schedule,
                   due_at = CASE WHEN state IN ('WAITING', 'READING') THEN due_at ELSE :due END
             WHERE workspace_id = :workspace AND id = :id AND kind = 'SITE'
            """)
        .param("schedule", schedule.name())
        .param("due", due == null ? null : bound(due))
        .param("workspace", workspace)
        .param("id", id)
        .update();
  }

  boolean remove(long workspace, long id) {
    return jdbc.sql("DELETE FROM knowledge.document WHERE workspace_id = :workspace AND id = :id")
            .param("workspace", workspace)
            .param("id", id)
            .update()
        == 1;
  }

  private static Document read(ResultSet row, int at) throws SQLException {
    var reason = row.getString("reason");
    return new Document(
        row.getLong("id"),
        Document.Kind.valueOf(row.getString("kind")),
        row.getString("origin"),
        row.getString("title"),
        Schedule.valueOf(row.getString("schedule")),
        row.getInt("page_limit"),
        Document.State.valueOf(row.getString("state")),
        reason.isEmpty() ? Optional.empty() : Optional.of(Sentence.ofKept(reason)),
        new Document.Progress(row.getInt("pages_read"), row.getInt("pages_found")),
        row.getInt("passages"),
        row.getLong("bytes"),
        row.getString("added_by"),
        instant(row, "read_at"),
        instant(row, "due_at"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime bound(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
