package dev.relevo.bot.api;

import dev.relevo.bot.access.ApiCaller;
import dev.relevo.crm.sql.Column;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/// `bot.api_request`: requests that are done once, with what they were answered.
@Repository
class RequestTable {

  private static final int SOME = 1_000;
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final JdbcClient jdbc;

  RequestTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A request that was done before.
  ///
  /// @param fingerprint in hexadecimal digits
  record Done(String fingerprint, Answer answer) {}

  /// Takes the name for a request; false when it is taken. Waits while another transaction that
  /// took it is open.
  boolean claim(ApiCaller caller, String request, String fingerprint, Instant at) {
    return jdbc.sql(
                """
                INSERT INTO bot.api_request (workspace_id, key_id, request, fingerprint, at)
                VALUES (:workspace, :key, :request, decode(:fingerprint, 'hex'), :at)
                ON CONFLICT DO NOTHING
                """)
            .param("workspace", caller.workspace().value())
            .param("key", caller.key())
            .param("request", request)
            .param("fingerprint", fingerprint)
            .param("at", Column.at(at))
            .update()
        == 1;
  }

  void keep(ApiCaller caller, String request, Answer answer) {
    jdbc.sql(
            """
            UPDATE bot.api_request SET status = :status, headers = :headers::jsonb, body = :body
            WHERE workspace_id = :workspace AND key_id = :key AND request = :request
            """)
        .param("workspace", caller.workspace().value())
        .param("key", caller.key())
        .param("request", request)
        .param("status", answer.status())
        .param("headers", Body.JSON.writeValueAsString(answer.headers()))
        .param("body", answer.body())
        .update();
  }

  Optional<Done> find(ApiCaller caller, String request) {
    return jdbc.sql(
            """
            SELECT encode(fingerprint, 'hex') AS fingerprint, status, headers, body FROM bot.api_request
            WHERE workspace_id = :workspace AND key_id = :key AND request = :request
            """)
        .param("workspace", caller.workspace().value())
        .param("key", caller.key())
        .param("request", request)
        .query((row, _) ->
            new Done(
                row.getString("fingerprint"),
                new Answer(
                    row.getInt("status"),
                    Body.JSON.readValue(row.getString("headers"), HEADERS),
                    row.getString("body"))))
        .optional();
  }

  /// Forgets some of the requests from before then.
  void forget(Instant before) {
    jdbc.sql(
            """
            DELETE FROM bot.api_request WHERE (workspace_id, key_id, request) IN (
              SELECT workspace_id, key_id, request FROM bot.api_request
              WHERE at < :before LIMIT :some FOR UPDATE SKIP LOCKED)
            """)
        .param("before", Column.at(before))
        .param("some", SOME)
        .update();
  }
}
