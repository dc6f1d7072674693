package dev.relevo.knowledge.gap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `knowledge.gap_question`.
@Repository
class QuestionTable {

  private static final String COLUMNS =
      """
      kind, question, language, row_id, score, version, message_id, contact_id, suggestion,
      suggested_by, at
      """;

  private final JdbcClient jdbc;

  QuestionTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// A question with the group it lies in.
  record Placed(long gap, Gap.Question question) {}

  void insert(long workspace, long gap, Gap.Question it) {
    jdbc.sql(
            """
            INSERT INTO knowledge.gap_question
              (workspace_id, gap_id, kind, question, language, row_id, score, version, message_id,
               contact_id, suggestion, suggested_by, at)
            VALUES (:workspace, :gap, :kind, :question, :language, :row, :score, :version, :message,
                    :contact, :suggestion, :by, :at)
            """)
        .param("workspace", workspace)
        .param("gap", gap)
        .param("kind", it.kind().name())
        .param("question", it.text())
        .param("language", it.language())
        .param("row", it.row())
        .param("score", it.score())
        .param("version", it.version())
        .param("message", it.message())
        .param("contact", it.contact())
        .param("suggestion", it.suggestion())
        .param("by", it.suggestedBy())
        .param("at", it.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Placed> find(long workspace, long message) {
    return jdbc.sql(
            "SELECT gap_id, "
                + COLUMNS
                + """
                FROM knowledge.gap_question
                WHERE workspace_id = :workspace AND message_id = :message
                """)
        .param("workspace", workspace)
        .param("message", message)
        .query((row, at) -> new Placed(row.getLong("gap_id"), read(row, at)))
        .optional();
  }

  void kind(long workspace, long message, Kind kind) {
    set(workspace, message, "kind", kind.name());
  }

  /// The row it should have led to, as far as is known.
  void row(long workspace, long message, String row) {
    set(workspace, message, "row_id", row);
  }

  private void set(long workspace, long message, String column, String value) {
    jdbc.sql(
            """
            UPDATE knowledge.gap_question SET %s = :value
            WHERE workspace_id = :workspace AND message_id = :message
            """
                .formatted(column))
        .param("value", value)
        .param("workspace", workspace)
        .param("message", message)
        .update();
  }

  void suggestion(long workspace, long message, String suggestion, String by) {
    jdbc.sql(
            """
            UPDATE knowledge.gap_question SET suggestion = :suggestion, suggested_by = :by
            WHERE workspace_id = :workspace AND message_id = :message
            """)
        .param("suggestion", suggestion)
        .param("by", by)
        .param("workspace", workspace)
        .param("message", message)
        .update();
  }

  void remove(long workspace, long message) {
    jdbc.sql(
            """
            DELETE FROM knowledge.gap_question
            WHERE workspace_id = :workspace AND message_id = :message
            """)
        .param("workspace", workspace)
        .param("message", message)
        .update();
  }

  /// The latest of a group, newest first.
  List<Gap.Question> of(long workspace, long gap, int limit) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + """
                FROM knowledge.gap_question WHERE workspace_id = :workspace AND gap_id = :gap
                ORDER BY at DESC, id DESC LIMIT :limit
                """)
        .param("workspace", workspace)
        .param("gap", gap)
        .param("limit", limit)
        .query(QuestionTable::read)
        .list();
  }

  /// Which of these messages were corrected by a person or by the customer's asking again.
  Set<Long> corrected(long workspace, List<Long> messages) {
    return new HashSet<>(
        jdbc.sql(
                """
                SELECT message_id FROM knowledge.gap_question
                WHERE workspace_id = :workspace AND message_id = ANY (:messages)
                  AND kind = 'CORRECTED'
                """)
            .param("workspace", workspace)
            .param("messages", messages.toArray(Long[]::new))
            .query(Long.class)
            .list());
  }

  void move(long from, long to) {
    jdbc.sql("UPDATE knowledge.gap_question SET contact_id = :to WHERE contact_id = :from")
        .param("from", from)
        .param("to", to)
        .update();
  }

  List<Map<String, @Nullable Object>> export(long contact) {
    return jdbc.sql(
            """
            SELECT kind, question, language, row_id, at::text AS at FROM knowledge.gap_question
            WHERE contact_id = :contact ORDER BY id
            """)
        .param("contact", contact)
        .query()
        .listOfRows();
  }

  /// Where something was removed.
  record Emptied(long workspace, long gap) {}

  List<Emptied> erase(long contact) {
    return jdbc.sql(
            """
            DELETE FROM knowledge.gap_question WHERE contact_id = :contact
            RETURNING workspace_id, gap_id
            """)
        .param("contact", contact)
        .query((row, at) -> new Emptied(row.getLong("workspace_id"), row.getLong("gap_id")))
        .list();
  }

  List<Emptied> expire(long workspace, Instant before) {
    return jdbc.sql(
            """
            DELETE FROM knowledge.gap_question WHERE workspace_id = :workspace AND at < :before
            RETURNING workspace_id, gap_id
            """)
        .param("workspace", workspace)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .query((row, at) -> new Emptied(row.getLong("workspace_id"), row.getLong("gap_id")))
        .list();
  }

  private static Gap.Question read(ResultSet row, int at) throws SQLException {
    return new Gap.Question(
        Kind.valueOf(row.getString("kind")),
        row.getString("question"),
        row.getString("language"),
        row.getString("row_id"),
        row.getDouble("score"),
        row.getInt("version"),
        row.getLong("message_id"),
        row.getLong("contact_id"),
        row.getString("suggestion"),
        row.getString("suggested_by"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
