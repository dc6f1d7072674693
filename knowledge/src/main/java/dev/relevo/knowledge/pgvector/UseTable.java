package dev.relevo.knowledge.pgvector;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `knowledge.phrase_meaning_use`: when some machine last said that it uses an index.
@Repository
class UseTable {

  private final JdbcClient jdbc;

  UseTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// An index by its name and the fingerprint of its texts.
  record Use(String name, String texts) {}

  /// Made beside the vectors, for only who shares them needs it.
  static void make(DataSource owner) {
    JdbcClient.create(owner)
        .sql(
            """
            CREATE TABLE IF NOT EXISTS knowledge.phrase_meaning_use (
              name    text        NOT NULL,
              texts   text        NOT NULL,
              used_at timestamptz NOT NULL,
              PRIMARY KEY (name, texts))
            """)
        .update();
  }

  void touch(String name, String texts) {
    jdbc.sql(
            """
            INSERT INTO knowledge.phrase_meaning_use (name, texts, used_at)
            VALUES (:name, :texts, now())
            ON CONFLICT (name, texts) DO UPDATE SET used_at = now()
            """)
        .param("name", name)
        .param("texts", texts)
        .update();
  }

  /// Whoever comes to use one of them at the same time waits for the end of the transaction.
  List<Use> deleteUnused(Duration unused) {
    return jdbc.sql(
            """
            DELETE FROM knowledge.phrase_meaning_use
             WHERE used_at < now() - make_interval(secs => :seconds)
            RETURNING name, texts
            """)
        .param("seconds", unused.toSeconds())
        .query((row, at) -> new Use(row.getString("name"), row.getString("texts")))
        .list();
  }
}
