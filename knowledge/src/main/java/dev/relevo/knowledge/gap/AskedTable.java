package dev.relevo.knowledge.gap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
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

  /// A contact's conversation as far as before a message.
  record Until(long contact, OptionalLong conversation, long message) {

    static Until of(Fact.Question question) {
      return new Until(question.contact(), question.conversation(), question.message());
    }
  }

  private final JdbcClient jdbc;

  AskedTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// Keeps those questions that are not known yet; which, by message.
  Set<Long> insert(List<Fact.Decided> all) {
    if (all.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        jdbc.sql(
                """
                INSERT INTO knowledge.asked
                  (workspace_id, message_id, contact_id, conversation_id, answer_id, decision,
                   row_id, language, score, version, day, at)
                SELECT workspace, message, contact, conversation, answer, decision, row, language,
                       score, version, day, at
                FROM unnest(:workspaces, :messages, :contacts, CAST(:conversations AS bigint[]), :answers,
                            :decisions, :rows, :languages, :scores, :versions,
                            CAST(:days AS date[]), CAST(:times AS timestamptz[])) WITH ORDINALITY
                  AS a (workspace, message, contact, conversation, answer, decision, row, language,
                        score, version, day, at, place)
                ORDER BY place
                ON CONFLICT DO NOTHING
                RETURNING message_id
                """)
            .param("workspaces", numbers(all, it -> it.question().workspace()))
            .param("messages", numbers(all, it -> it.question().message()))
            .param("contacts", numbers(all, it -> it.question().contact()))
            .param("conversations", conversations(all, it -> it.question().conversation()))
            .param("answers", numbers(all, Fact.Decided::answer))
            .param("decisions", texts(all, it -> it.decision().name()))
            .param("rows", texts(all, Fact.Decided::row))
            .param("languages", texts(all, it -> it.question().language()))
            .param("scores", all.stream().mapToDouble(Fact.Decided::score).toArray())
            .param("versions", all.stream().mapToInt(Fact.Decided::version).toArray())
            .param("days", texts(all, it -> it.question().day().toString()))
            .param("times", texts(all, it -> it.question().at().toString()))
            .query(Long.class)
            .list());
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
  Optional<Line> lastBefore(Until until) {
    return Optional.ofNullable(lastBefore(List.of(until)).get(until.message()));
  }

  /// The same of many, by their messages.
  Map<Long, Line> lastBefore(List<Until> all) {
    var lines = new HashMap<Long, Line>();
    jdbc.sql(
            """
            SELECT q.message AS of, a.*
            FROM unnest(:messages, :contacts, CAST(:conversations AS bigint[]))
              AS q (message, contact, conversation)
            CROSS JOIN LATERAL (
              SELECT * FROM knowledge.asked
              WHERE contact_id = q.contact AND version > 0 AND message_id < q.message
                AND conversation_id IS NOT DISTINCT FROM q.conversation
              ORDER BY answer_id DESC LIMIT 1) a
            """)
        .param("messages", numbers(all, Until::message))
        .param("contacts", numbers(all, Until::contact))
        .param("conversations", conversations(all, Until::conversation))
        .query((row, at) -> lines.put(row.getLong("of"), read(row, at)))
        .list();
    return lines;
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

  private static <T> @Nullable Long[] conversations(
      List<T> of, Function<T, OptionalLong> conversation) {
    return of.stream().map(conversation).map(AskedTable::boxed).toArray(Long[]::new);
  }

  private static <T> long[] numbers(List<T> of, ToLongFunction<T> number) {
    return of.stream().mapToLong(number).toArray();
  }

  private static <T> String[] texts(List<T> of, Function<T, String> text) {
    return of.stream().map(text).toArray(String[]::new);
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
