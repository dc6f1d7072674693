package dev.relevo.knowledge.draft;

import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.matrix.RowJson;
import dev.relevo.knowledge.matrix.RowState;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `knowledge.edited_row`: what each edit did to which row.
@Repository
class EditedRowTable {

  private static final int BATCH = 1_000;

  private final JdbcClient jdbc;
  private final RowJson json = new RowJson();

  EditedRowTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// A row before and after; empty where there was none.
  record Change(RowId id, Optional<Stored> before, Optional<Stored> after) {

    /// The change that takes it back.
    @SuppressWarnings("ArgumentSelectionDefectChecker") // Before and after change places.
    Change turned() {
      return new Change(id, after, before);
    }
  }

  void insert(long workspaceId, long revision, List<Change> changes) {
    for (int from = 0; from < changes.size(); from += BATCH) {
      insertBatch(
          workspaceId, revision, changes.subList(from, Math.min(changes.size(), from + BATCH)));
    }
  }

  private void insertBatch(long workspaceId, long revision, List<Change> changes) {
    jdbc.sql(
            """
            INSERT INTO knowledge.edited_row
              (workspace_id, revision, row_id, before_content, before_position, before_marked,
               after_content, after_position, after_marked)
            SELECT :workspace, :revision, row_id, before_content::jsonb, before_position,
                   before_marked, after_content::jsonb, after_position, after_marked
              FROM unnest(:ids::text[], :beforeContents::text[], :beforePositions::numeric[],
                          :beforeMarks::boolean[], :afterContents::text[],
                          :afterPositions::numeric[], :afterMarks::boolean[])
                AS change (row_id, before_content, before_position, before_marked,
                           after_content, after_position, after_marked)
            """)
        .param("workspace", workspaceId)
        .param("revision", revision)
        .param("ids", changes.stream().map(it -> it.id().value()).toArray(String[]::new))
        .param("beforeContents", each(changes, Change::before, this::content, String[]::new))
        .param(
            "beforePositions", each(changes, Change::before, Stored::position, BigDecimal[]::new))
        .param("beforeMarks", each(changes, Change::before, Stored::marked, Boolean[]::new))
        .param("afterContents", each(changes, Change::after, this::content, String[]::new))
        .param("afterPositions", each(changes, Change::after, Stored::position, BigDecimal[]::new))
        .param("afterMarks", each(changes, Change::after, Stored::marked, Boolean[]::new))
        .update();
  }

  List<Change> of(long workspaceId, long revision) {
    return jdbc.sql(
            """
            SELECT * FROM knowledge.edited_row
             WHERE workspace_id = :workspace AND revision = :revision
            """)
        .param("workspace", workspaceId)
        .param("revision", revision)
        .query((row, at) -> change(row))
        .list();
  }

  /// The newest edits of a row, newest first.
  List<PastEdit> history(long workspaceId, RowId id, int most) {
    return jdbc.sql(
            """
            SELECT edited_row.*, kind, editor, edited_at
              FROM knowledge.edited_row JOIN knowledge.edit USING (workspace_id, revision)
             WHERE workspace_id = :workspace AND row_id = :id
             ORDER BY revision DESC LIMIT :most
            """)
        .param("workspace", workspaceId)
        .param("id", id.value())
        .param("most", most)
        .query((row, at) -> past(row))
        .list();
  }

  private PastEdit past(ResultSet row) throws SQLException {
    var change = change(row);
    return new PastEdit(
        row.getLong("revision"),
        PastEdit.Kind.valueOf(row.getString("kind")),
        row.getString("editor"),
        row.getObject("edited_at", OffsetDateTime.class).toInstant(),
        change.before().map(EditedRowTable::shown),
        change.after().map(EditedRowTable::shown),
        change
            .before()
            .flatMap(before -> change.after().filter(after -> !after.isAt(before)))
            .isPresent());
  }

  private static dev.relevo.knowledge.matrix.Row shown(Stored stored) {
    return stored.row().withState(stored.marked() ? RowState.TO_DELETE : RowState.NEW);
  }

  private Change change(ResultSet row) throws SQLException {
    return new Change(
        new RowId(row.getString("row_id")), stored(row, "before"), stored(row, "after"));
  }

  private Optional<Stored> stored(ResultSet row, String when) throws SQLException {
    @Nullable String content = row.getString(when + "_content");
    return content == null
        ? Optional.empty()
        : Optional.of(
            new Stored(
                json.read(row.getString("row_id"), content),
                row.getBigDecimal(when + "_position"),
                row.getBoolean(when + "_marked")));
  }

  private String content(Stored stored) {
    return json.written(stored.row().withState(RowState.PROGRAMMED));
  }

  private static <T> @Nullable T[] each(
      List<Change> changes,
      Function<Change, Optional<Stored>> when,
      Function<Stored, T> what,
      Function<Integer, @Nullable T[]> array) {
    var values = array.apply(changes.size());
    Arrays.setAll(values, index -> when.apply(changes.get(index)).map(what).orElse(null));
    return values;
  }
}
