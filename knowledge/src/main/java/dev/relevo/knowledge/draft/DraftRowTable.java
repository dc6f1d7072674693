package dev.relevo.knowledge.draft;

import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.matrix.RowJson;
import dev.relevo.knowledge.matrix.RowState;
import dev.relevo.knowledge.matrix.RowText;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `knowledge.draft_row`, as edits write it. Rows are named by joining their ids, of which there
/// may be a hundred thousand: an array would be searched through for each row.
@Repository
class DraftRowTable {

  private static final int BATCH = 1_000;

  private final JdbcClient jdbc;
  private final RowJson json = new RowJson();

  DraftRowTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// A row with what a conflict is told by.
  record Found(Stored stored, long revision, boolean isPublished) {}

  Map<RowId, Found> find(long workspaceId, Collection<RowId> ids) {
    var found = new LinkedHashMap<RowId, Found>();
    jdbc.sql(
            """
            SELECT row_id, content, position, marked, revision, published IS NOT NULL AS is_published
              FROM knowledge.draft_row JOIN unnest(:ids::text[]) AS wanted (row_id) USING (row_id)
             WHERE workspace_id = :workspace
            """)
        .param("workspace", workspaceId)
        .param("ids", ids.stream().map(RowId::value).toArray(String[]::new))
        .query((row, at) ->
            new Found(
                new Stored(
                    json.read(row.getString("row_id"), row.getString("content")),
                    row.getBigDecimal("position"),
                    row.getBoolean("marked")),
                row.getLong("revision"),
                row.getBoolean("is_published")))
        .list()
        .forEach(it -> found.put(it.stored().row().id(), it));
    return found;
  }

  void insert(long workspaceId, Collection<Stored> rows, Stamp stamp) {
    insert(workspaceId, rows, stamp, false);
  }

  /// Rows that say what the newest version says.
  void insertPublished(long workspaceId, Collection<Stored> rows, Stamp stamp) {
    insert(workspaceId, rows, stamp, true);
  }

  private void insert(long workspaceId, Collection<Stored> rows, Stamp stamp, boolean isPublished) {
    for (var batch : batches(rows)) {
      jdbc.sql(
              """
              INSERT INTO knowledge.draft_row
                (workspace_id, row_id, content, published, position, marked, words,
                 revision, changed_by, changed_at)
              SELECT :workspace, row_id, content::jsonb,
                     CASE WHEN :published THEN content::jsonb END, position, marked,
                     to_tsvector('simple', words), :revision, :by, :at
                FROM unnest(:ids::text[], :contents::text[], :positions::numeric[],
                            :marks::boolean[], :words::text[])
                  AS added (row_id, content, position, marked, words)
              """)
          .params(columns(workspaceId, batch, stamp))
          .param("published", isPublished)
          .update();
    }
  }

  /// Writes content and mark; the revision tells that they changed.
  void update(long workspaceId, Collection<Stored> rows, Stamp stamp) {
    for (var batch : batches(rows)) {
      jdbc.sql(
              """
              UPDATE knowledge.draft_row AS row
                 SET content = now.content::jsonb, marked = now.marked,
                     words = to_tsvector('simple', now.words),
                     revision = :revision, changed_by = :by, changed_at = :at
                FROM unnest(:ids::text[], :contents::text[], :marks::boolean[], :words::text[])
                  AS now (row_id, content, marked, words)
               WHERE row.workspace_id = :workspace AND row.row_id = now.row_id
              """)
          .params(columns(workspaceId, batch, stamp))
          .update();
    }
  }

  void move(long workspaceId, RowId id, BigDecimal position) {
    jdbc.sql(
            """
            UPDATE knowledge.draft_row SET position = :position
             WHERE workspace_id = :workspace AND row_id = :id
            """)
        .param("workspace", workspaceId)
        .param("id", id.value())
        .param("position", position)
        .update();
  }

  void delete(long workspaceId, Collection<RowId> ids) {
    jdbc.sql(
            """
            DELETE FROM knowledge.draft_row AS row USING unnest(:ids::text[]) AS left_out (row_id)
             WHERE row.workspace_id = :workspace AND row.row_id = left_out.row_id
            """)
        .param("workspace", workspaceId)
        .param("ids", ids.stream().map(RowId::value).toArray(String[]::new))
        .update();
  }

  Optional<BigDecimal> last(long workspaceId) {
    return jdbc.sql(
            "SELECT max(position) FROM knowledge.draft_line WHERE workspace_id = :workspace")
        .param("workspace", workspaceId)
        .query((row, at) -> Optional.ofNullable(row.getBigDecimal(1)))
        .single();
  }

  Optional<BigDecimal> first(long workspaceId) {
    return jdbc.sql(
            "SELECT min(position) FROM knowledge.draft_line WHERE workspace_id = :workspace")
        .param("workspace", workspaceId)
        .query((row, at) -> Optional.ofNullable(row.getBigDecimal(1)))
        .single();
  }

  Optional<BigDecimal> next(long workspaceId, BigDecimal above) {
    return jdbc.sql(
            """
            SELECT min(position) FROM knowledge.draft_line
             WHERE workspace_id = :workspace AND position > :above
            """)
        .param("workspace", workspaceId)
        .param("above", above)
        .query((row, at) -> Optional.ofNullable(row.getBigDecimal(1)))
        .single();
  }

  boolean isTaken(long workspaceId, BigDecimal position) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT FROM knowledge.draft_line
                            WHERE workspace_id = :workspace AND position = :position)
            """)
        .param("workspace", workspaceId)
        .param("position", position)
        .query(Boolean.class)
        .single();
  }

  private Map<String, Object> columns(long workspaceId, List<Stored> rows, Stamp stamp) {
    return Map.of(
        "workspace",
        workspaceId,
        "ids",
        rows.stream().map(it -> it.row().id().value()).toArray(String[]::new),
        "contents",
        rows.stream()
            .map(it -> json.written(it.row().withState(RowState.PROGRAMMED)))
            .toArray(String[]::new),
        "positions",
        rows.stream().map(Stored::position).toArray(BigDecimal[]::new),
        "marks",
        rows.stream().map(Stored::marked).toArray(Boolean[]::new),
        "words",
        rows.stream().map(it -> RowText.searched(it.row())).toArray(String[]::new),
        "revision",
        stamp.revision(),
        "by",
        stamp.editor().name(),
        "at",
        stamp.at().atOffset(ZoneOffset.UTC));
  }

  private static List<List<Stored>> batches(Collection<Stored> rows) {
    var all = List.copyOf(rows);
    var batches = new ArrayList<List<Stored>>();
    for (int from = 0; from < all.size(); from += BATCH) {
      batches.add(all.subList(from, Math.min(all.size(), from + BATCH)));
    }
    return batches;
  }
}
