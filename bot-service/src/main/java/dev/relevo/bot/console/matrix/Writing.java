package dev.relevo.bot.console.matrix;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.console.NotUnderstood;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.draft.DraftRow;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.draft.Edit;
import dev.relevo.knowledge.draft.Spot;
import dev.relevo.knowledge.matrix.Column;
import dev.relevo.knowledge.matrix.Problem;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.matrix.RowText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the grid sends: texts in cells, and new rows, as one edit.
///
/// `{"put": [{"row": "ENV-1", "seen": 12, "texts": {"ANSWER": "…"}, "answers": {"whatsapp": "…"}}],
/// "add": [{"QUESTION": "…"}], "below": "ENV-1"}`; without `below`, new rows come last.
@Component
class Writing {

  /// More rows are a file, not a block.
  private static final int MOST_ROWS = 2_000;

  private final Drafts drafts;
  private final Workspaces workspaces;
  private final JsonMapper mapper = new JsonMapper();

  Writing(Drafts drafts, Workspaces workspaces) {
    this.drafts = drafts;
    this.workspaces = workspaces;
  }

  /// What became of what was sent.
  sealed interface Read {

    record An(Edit edit) implements Read {}

    /// A cell cannot hold its text.
    record Refused(Problem problem) implements Read {}

    record Unknown(String row) implements Read {}
  }

  Read read(SignedIn me, String sent) {
    var json = json(sent);
    if (json.path("put").size() + json.path("add").size() > MOST_ROWS) {
      throw new NotUnderstood("more rows than a block has");
    }
    var steps = new ArrayList<Edit.Step>();
    var seen = seen(me, json);
    for (var put : json.path("put")) {
      var now = seen.get(put.path("row").asString(""));
      if (now == null) {
        return new Read.Unknown(put.path("row").asString(""));
      }
      switch (with(now.row(), put.path("texts"), put.path("answers"))) {
        case RowText.Reading.Read(var row) ->
            steps.add(new Edit.Step.Put(row, put.path("seen").asLong(0)));
        case RowText.Reading.Refused(var problem) -> {
          return new Read.Refused(problem);
        }
      }
    }
    return added(me, json, steps);
  }

  private Read added(SignedIn me, JsonNode json, List<Edit.Step> steps) {
    var below = MatrixController.id(json.path("below").asString(""));
    int count = json.path("add").size();
    var ids = ids(me, below.map(RowId::value).orElse("F-"), count);
    var language = workspaces.find(me.workspace()).language().locale();
    var rows = new ArrayList<Row>();
    for (var add : json.path("add")) {
      var blank = Row.answering(ids.get(rows.size()), language, "", List.of(), "");
      switch (with(blank, add, mapper.createObjectNode())) {
        case RowText.Reading.Read(var row) -> rows.add(row);
        case RowText.Reading.Refused(var problem) -> {
          return new Read.Refused(problem);
        }
      }
    }
    if (!rows.isEmpty()) {
      var spot = below.<Spot>map(Spot.Below::new).orElseGet(Spot.Bottom::new);
      steps.add(new Edit.Step.Add(rows, spot));
    }
    return new Read.An(new Edit(steps));
  }

  /// A row like another, right below it.
  Edit copied(SignedIn me, DraftRow row) {
    var id = ids(me, row.row().id().value(), 1).getFirst();
    var copy =
        switch (RowText.with(row.row(), Map.of(Column.ID, id.value()), Map.of())) {
          case RowText.Reading.Read(var read) -> read;
          case RowText.Reading.Refused(var problem) ->
              throw new IllegalStateException("a row cannot be copied: " + problem.key());
        };
    return Edit.of(new Edit.Step.Add(List.of(copy), new Spot.Below(row.row().id())));
  }

  private List<RowId> ids(SignedIn me, String like, int count) {
    return drafts.freeIds(me.workspaceNumber(), like.length() > 50 ? "F-" : like, count);
  }

  private Map<String, DraftRow> seen(SignedIn me, JsonNode json) {
    var ids =
        StreamSupport.stream(json.path("put").spliterator(), false)
            .flatMap(it -> MatrixController.id(it.path("row").asString("")).stream())
            .toList();
    return drafts.rows(me.workspaceNumber(), ids).stream()
        .collect(Collectors.toMap(it -> it.row().id().value(), it -> it));
  }

  private static RowText.Reading with(Row row, JsonNode texts, JsonNode answers) {
    var columns = new HashMap<Column, String>();
    texts.properties().forEach(it -> columns.put(column(it.getKey()), it.getValue().asString("")));
    var channels = new HashMap<String, String>();
    answers.properties().forEach(it -> channels.put(channel(it.getKey()), text(it.getValue())));
    return RowText.with(row, columns, channels);
  }

  private static String text(JsonNode value) {
    return value.asString("");
  }

  private static String channel(String name) {
    if (!name.matches("[a-z0-9_-]{1,40}")) {
      throw new NotUnderstood("no such channel");
    }
    return name;
  }

  private static Column column(String name) {
    for (var column : Column.values()) {
      if (column.name().equals(name.toUpperCase(Locale.ROOT))
          && column != Column.ID
          && column != Column.STATE) {
        return column;
      }
    }
    throw new NotUnderstood("no column that can be written");
  }

  private JsonNode json(String sent) {
    try {
      return mapper.readTree(sent.isEmpty() ? "{}" : sent);
    } catch (JacksonException e) {
      throw new NotUnderstood("no edit");
    }
  }
}
