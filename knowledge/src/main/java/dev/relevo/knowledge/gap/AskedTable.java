package dev.relevo.knowledge.gap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `knowledge.asked`.
@Repository
class AskedTable {

  private static final String SELECT =
      """
      SELECT workspace_id, message_id, contact_id, conversation_id, answer_id, decision, row_id,
             language, score, version, handed_off, replied, vote, day, at
      FROM knowledge.asked
      """;

  /// A question as the table keeps it.
  ///
  /// @param helped what the customer said of the answer
  record Line(
      long workspace,
      long message,
      long contact,
      OptionalLong conversation,
      long answer,
      Decision decision,
      String row,
      String language,
      double score,
      int version,
      boolean handedOff,
      boolean replied,
      Optional<Boolean> helped,
      LocalDate day,
      Instant at) {}

  private final JdbcClient jdbc;

  AskedTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// False when the question is known already.
  boolean insert(Fact.Decided it) {
    var question = it.question();
    return jdbc.sql(
                """
                INSERT INTO knowledge.asked
                  (workspace_id, message_id, contact_id, conversation_id, answer_id, decision,
                   row_id, language, score, version, day, at)
                VALUES (:workspace, :message, :contact, :conversation, :answer, :decision,
                        :row, :language, :score, :version, :day, :at)
                ON CONFLICT DO NOTHING
                """)
            .param("workspace", question.workspace())
            .param("message", question.message())
            .param("contact", question.contact())
            .param("conversation", boxed(question.conversation()))
            .param("answer", it.answer())
            .param("decision", it.decision().name())
            .param("row", it.row())
            .param("language", question.language())
            .param("score", it.score())
            .param("version", it.version())
            .param("day", question.day())
            .param("at", question.at().atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  Optional<Line> find(long workspace, long message) {
    return jdbc.sql(SELECT + "WHERE workspace_id = :workspace AND message_id = :message")
        .param("workspace", workspace)
        .param("message", message)
        .query(AskedTable::read)
        .optional();
  }

  /// The last question of the contact that was looked up and asked before that message; empty when
  /// there is none in the conversation.
  Optional<Line> lastBefore(long contact, OptionalLong conversation, long message) {
    return jdbc.sql(
            SELECT
                + """
                WHERE contact_id = :contact AND version > 0 AND message_id < :message
                  AND conversation_id IS NOT DISTINCT FROM :conversation
                ORDER BY answer_id DESC LIMIT 1
                """)
        .param("contact", contact)
        .param("conversation", boxed(conversation), java.sql.Types.BIGINT)
        .param("message", message)
        .query(AskedTable::read)
        .optional();
  }

  /// The question that was answered with that message or one shortly before it.
  Optional<Line> answeredBy(long contact, long answer) {
    return jdbc.sql(
            SELECT
                + """
                WHERE contact_id = :contact AND answer_id <= :answer
                ORDER BY answer_id DESC LIMIT 1
                """)
        .param("contact", contact)
        .param("answer", answer)
        .query(AskedTable::read)
        .optional();
  }

  void decision(Line line, Decision decision) {
    jdbc.sql(
            """
            UPDATE knowledge.asked SET decision = :decision
            WHERE workspace_id = :workspace AND message_id = :message
            """)
        .param("decision", decision.name())
        .param("workspace", line.workspace())
        .param("message", line.message())
        .update();
  }

  /// False when it was so already.
  boolean handedOff(Line line) {
    return mark(line, "handed_off");
  }

  /// False when it was so already.
  boolean replied(Line line) {
    return mark(line, "replied");
  }

  private boolean mark(Line line, String what) {
    return jdbc.sql(
                """
                UPDATE knowledge.asked SET %1$s = true
                WHERE workspace_id = :workspace AND message_id = :message AND NOT %1$s
                """
                    .formatted(what))
            .param("workspace", line.workspace())
            .param("message", line.message())
            .update()
        > 0;
  }

  void vote(Line line, Optional<Boolean> helped) {
    jdbc.sql(
            """
            UPDATE knowledge.asked SET vote = :vote
            WHERE workspace_id = :workspace AND message_id = :message
            """)
        .param("vote", helped.map(it -> it ? "UP" : "DOWN").orElse(null))
        .param("workspace", line.workspace())
        .param("message", line.message())
        .update();
  }

  /// The questions of the newest conversations, newest first.
  List<Line> ofNewest(long workspace, int conversations) {
    return jdbc.sql(
            SELECT
                + """
                WHERE workspace_id = :workspace AND version > 0
                  AND conversation_id >= coalesce((
                    SELECT min(conversation_id) FROM (
                      SELECT DISTINCT conversation_id FROM knowledge.asked
                      WHERE workspace_id = :workspace AND conversation_id IS NOT NULL
                      ORDER BY conversation_id DESC LIMIT :conversations) newest), 0)
                ORDER BY conversation_id DESC, message_id DESC
                """)
        .param("workspace", workspace)
        .param("conversations", conversations)
        .query(AskedTable::read)
        .list();
  }

  void move(long from, long to) {
    jdbc.sql("UPDATE knowledge.asked SET contact_id = :to WHERE contact_id = :from")
        .param("from", from)
        .param("to", to)
        .update();
  }

  void erase(long contact) {
    jdbc.sql("DELETE FROM knowledge.asked WHERE contact_id = :contact")
        .param("contact", contact)
        .update();
  }

  void expire(long workspace, Instant before) {
    jdbc.sql("DELETE FROM knowledge.asked WHERE workspace_id = :workspace AND at < :before")
        .param("workspace", workspace)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static @Nullable Long boxed(OptionalLong number) {
    return number.isPresent() ? (Long) number.getAsLong() : null;
  }

  private static Line read(ResultSet row, int at) throws SQLException {
    var conversation = row.getObject("conversation_id", Long.class);
    return new Line(
        row.getLong("workspace_id"),
        row.getLong("message_id"),
        row.getLong("contact_id"),
        conversation == null ? OptionalLong.empty() : OptionalLong.of(conversation),
        row.getLong("answer_id"),
        Decision.valueOf(row.getString("decision")),
        row.getString("row_id"),
        row.getString("language"),
        row.getDouble("score"),
        row.getInt("version"),
        row.getBoolean("handed_off"),
        row.getBoolean("replied"),
        Optional.ofNullable(row.getString("vote")).map("UP"::equals),
        row.getObject("day", LocalDate.class),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
