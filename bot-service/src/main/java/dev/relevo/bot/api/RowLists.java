package dev.relevo.bot.api;

import dev.relevo.bot.problem.Problem;
import dev.relevo.bot.problem.Refused;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.RowId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Rows page by page. A cursor says where the next page begins: below which row of the draft, or
/// after how many rows of a version, which never changes.
@Component
class RowLists {

  private static final int SCAN = 1_000;

  private final Drafts drafts;
  private final Matrices matrices;

  RowLists(Drafts drafts, Matrices matrices) {
    this.drafts = drafts;
    this.matrices = matrices;
  }

  /// `rows`, and `next` while there are more.
  ObjectNode page(long workspace, Which which, RowFilter filter, String cursor, int most) {
    return switch (which) {
      case Which.Draft _ -> ofDraft(workspace, filter, cursor, most);
      case Which.Version(var number) -> ofVersion(workspace, number, filter, cursor, most);
    };
  }

  private ObjectNode ofDraft(long workspace, RowFilter filter, String cursor, int most) {
    var below = cursor.isEmpty() ? Optional.<RowId>empty() : Optional.of(below(workspace, cursor));
    var page = drafts.page(workspace, filter.filter(), below, most);
    var json = JsonNodeFactory.instance.objectNode();
    var rows = json.putArray("rows");
    page.rows().forEach(it -> rows.add(RowWriter.written(it)));
    json.putNull("next");
    if (page.more()) {
      json.put("next", RowAddress.encoded("d" + page.rows().getLast().row().id().value()));
    }
    return json;
  }

  private ObjectNode ofVersion(
      long workspace, int number, RowFilter filter, String cursor, int most) {
    var json = JsonNodeFactory.instance.objectNode();
    var rows = json.putArray("rows");
    json.putNull("next");
    var at = cursor.isEmpty() ? 0 : position(cursor);
    for (var some = matrices.rows(workspace, number, at, SCAN);
        !some.isEmpty();
        some = matrices.rows(workspace, number, at, SCAN)) {
      for (var row : some) {
        if (filter.takes(row)) {
          if (rows.size() == most) {
            json.put("next", RowAddress.encoded("v" + at));
            return json;
          }
          rows.add(RowWriter.written(row));
        }
        at++;
      }
    }
    return json;
  }

  private RowId below(long workspace, String cursor) {
    try {
      var text = RowAddress.decoded(cursor);
      if (text.startsWith("d")) {
        var id = new RowId(text.substring(1));
        if (drafts.row(workspace, id).isPresent()) {
          return id;
        }
      }
    } catch (IllegalArgumentException notOurs) {
      // said below
    }
    throw unreadable();
  }

  private static int position(String cursor) {
    try {
      var text = RowAddress.decoded(cursor);
      if (text.matches("v[0-9]{1,9}")) {
        return Integer.parseInt(text.substring(1));
      }
    } catch (IllegalArgumentException notOurs) {
      // said below
    }
    throw unreadable();
  }

  private static Refused unreadable() {
    return new Refused(Problem.PARAMETER_REFUSED, "cursor", "“next” of the page before");
  }
}
