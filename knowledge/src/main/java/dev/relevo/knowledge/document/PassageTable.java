package dev.relevo.knowledge.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// `knowledge.passage`.
@Repository
class PassageTable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int BATCH = 500;

  private static final String COLUMNS =
      """
      SELECT p.id, p.document_id, p.headings, p.words, p.language, p.page, p.anchor,
             coalesce(nullif(t.title, ''), d.title) AS title,
             coalesce(nullif(t.address, ''), d.origin) AS source
        FROM knowledge.passage p
        JOIN knowledge.document d ON d.workspace_id = p.workspace_id AND d.id = p.document_id
        JOIN knowledge.document_part t ON t.workspace_id = p.workspace_id AND t.id = p.part_id
      """;

  private final JdbcClient jdbc;

  PassageTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// A passage that is kept.
  @SuppressWarnings("ArrayRecordComponent") // Compared as text where it is compared.
  record Kept(long id, byte[] hash) {}

  /// A passage that was not there before.
  record Fresh(
      int position,
      List<String> headings,
      String words,
      String language,
      int page,
      String anchor,
      String hash) {}

  List<Kept> kept(long workspace, long part) {
    return jdbc.sql(
            """
            SELECT id, hash FROM knowledge.passage
             WHERE workspace_id = :workspace AND part_id = :part ORDER BY position
            """)
        .param("workspace", workspace)
        .param("part", part)
        .query((row, at) -> new Kept(row.getLong("id"), row.getBytes("hash")))
        .list();
  }

  void insert(long workspace, long document, long part, List<Fresh> fresh) {
    for (int from = 0; from < fresh.size(); from += BATCH) {
      var some = fresh.subList(from, Math.min(fresh.size(), from + BATCH));
      jdbc.sql(
              """
              INSERT INTO knowledge.passage
                (workspace_id, document_id, part_id, position, headings, words, language, page, anchor, hash)
              SELECT :workspace, :document, :part, position,
                     ARRAY (SELECT jsonb_array_elements_text(headings)), words, language, page, anchor,
                     decode(hash, 'hex')
                FROM jsonb_to_recordset(:fresh::jsonb)
                  AS added (position integer, headings jsonb, words text, language text, page integer,
                            anchor text, hash text)
              """)
          .param("workspace", workspace)
          .param("document", document)
          .param("part", part)
          .param("fresh", JSON.writeValueAsString(some))
          .update();
    }
  }

  /// Puts a passage that stays where it stands now.
  void move(long workspace, long id, int position, Splitting.Piece piece) {
    jdbc.sql(
            """
            UPDATE knowledge.passage SET position = :position, page = :page, anchor = :anchor
             WHERE workspace_id = :workspace AND id = :id
               AND (position, page, anchor) IS DISTINCT FROM (:position, :page, :anchor)
            """)
        .param("position", position)
        .param("page", piece.page())
        .param("anchor", piece.anchor())
        .param("workspace", workspace)
        .param("id", id)
        .update();
  }

  void remove(long workspace, Collection<Long> ids) {
    jdbc.sql("DELETE FROM knowledge.passage WHERE workspace_id = :workspace AND id = ANY (:ids)")
        .param("workspace", workspace)
        .param("ids", ids.toArray(Long[]::new))
        .update();
  }

  /// A document's passages in its order, from the one at that place on.
  List<Passage> of(long workspace, long document, int from, int most) {
    return jdbc.sql(
            COLUMNS
                + """
                 WHERE p.workspace_id = :workspace AND p.document_id = :document
                 ORDER BY p.part_id, p.position OFFSET :from LIMIT :most
                """)
        .param("workspace", workspace)
        .param("document", document)
        .param("from", from)
        .param("most", most)
        .query(PassageTable::read)
        .list();
  }

  List<Passage> byId(long workspace, Collection<Long> ids) {
    return jdbc.sql(COLUMNS + " WHERE p.workspace_id = :workspace AND p.id = ANY (:ids)")
        .param("workspace", workspace)
        .param("ids", ids.toArray(Long[]::new))
        .query(PassageTable::read)
        .list();
  }

  private static Passage read(ResultSet row, int at) throws SQLException {
    return new Passage(
        row.getLong("id"),
        row.getLong("document_id"),
        row.getString("title"),
        List.of((String[]) row.getArray("headings").getArray()),
        row.getString("words"),
        Locale.of(row.getString("language")),
        row.getString("source"),
        row.getInt("page"),
        row.getString("anchor"));
  }
}
