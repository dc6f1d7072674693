package dev.relevo.bot.console.matrix;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.contact.Field;
import dev.relevo.crm.team.Member;
import dev.relevo.crm.team.Members;
import dev.relevo.knowledge.draft.DraftRow;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.draft.PastEdit;
import dev.relevo.knowledge.matrix.Column;
import dev.relevo.knowledge.matrix.MatrixDifference;
import dev.relevo.knowledge.matrix.RowState;
import dev.relevo.knowledge.matrix.RowText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// One row with everything it has, for the pane beside the grid.
@Component
class RowPane {

  /// Channels whose answer may differ; others a row has already are shown too.
  private static final List<String> CHANNELS = List.of("whatsapp", "webchat", "sms");

  private final Drafts drafts;
  private final Contacts contacts;
  private final Members members;
  private final Today today;

  RowPane(Drafts drafts, Contacts contacts, Members members, Today today) {
    this.drafts = drafts;
    this.contacts = contacts;
    this.members = members;
    this.today = today;
  }

  /// @param line as the grid shows it
  /// @param texts by column
  /// @param headers by column
  /// @param answers by channel
  /// @param variables with what a made-up customer would read in their place
  /// @param people whom a hand-off may name
  /// @param fields the workspace's contact fields
  record Pane(
      Line line,
      Map<String, String> texts,
      Map<String, String> headers,
      Map<String, String> answers,
      Map<String, String> variables,
      List<String> people,
      List<String> fields,
      String by,
      String at,
      List<Past> history) {}

  /// A line of a row's history.
  ///
  /// @param kind `added`, `gone`, `marked`, `unmarked`, `moved` or `changed`
  record Past(String by, String at, String how, String kind, List<MatrixDifference.Cell> cells) {}

  Pane of(SignedIn me, DraftRow row) {
    var language = me.language().locale();
    var texts = new LinkedHashMap<String, String>();
    var headers = new LinkedHashMap<String, String>();
    for (var column : Column.values()) {
      texts.put(column.name(), RowText.of(row.row(), column, language));
      headers.put(column.name(), column.header(language));
    }
    var answers = new TreeMap<>(row.row().answersByChannel());
    CHANNELS.forEach(it -> answers.putIfAbsent(it, ""));
    var fields = contacts.fields(me.workspace()).stream().map(Field::slug).toList();
    return new Pane(
        Line.of(row, today.of(me), language, ""),
        texts,
        headers,
        answers,
        variables(me, fields),
        members.all(me.workspace()).stream().map(Member::email).toList(),
        fields,
        row.by(),
        today.written(me, row.at()),
        drafts.history(me.workspaceNumber(), row.row().id()).stream()
            .limit(20)
            .map(it -> past(me, it))
            .toList());
  }

  private Map<String, String> variables(SignedIn me, List<String> fields) {
    var variables = new LinkedHashMap<String, String>();
    variables.put("$contact.firstname", "Ana");
    variables.put("$contact.name", "Ana Morales");
    variables.put("$contact.phone", "+593 99 123 4567");
    variables.put("$contact.email", "ana@ejemplo.ec");
    fields.forEach(it -> variables.put("$contact." + it, "«" + it + "»"));
    variables.put("$assignee.firstname", me.name().split(" ", 2)[0]);
    variables.put("$system.current_date", today.of(me).toString());
    variables.put("$system.current_time", "09:30:00");
    return variables;
  }

  private Past past(SignedIn me, PastEdit edit) {
    var how = edit.kind().name().toLowerCase(Locale.ROOT);
    var cells =
        edit.before()
            .flatMap(before ->
                edit.after()
                    .map(after -> MatrixDifference.cells(before, after, me.language().locale())))
            .orElse(List.of());
    return new Past(edit.by(), today.written(me, edit.at()), how, kind(edit, cells), cells);
  }

  private static String kind(PastEdit edit, List<MatrixDifference.Cell> cells) {
    if (edit.before().isEmpty()) {
      return "added";
    }
    if (edit.after().isEmpty()) {
      return "gone";
    }
    var before = edit.before().get().state();
    var after = edit.after().get().state();
    if (before != after) {
      return after == RowState.TO_DELETE ? "marked" : "unmarked";
    }
    return cells.isEmpty() ? "moved" : "changed";
  }
}
