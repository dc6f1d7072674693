package dev.relevo.bot.console.matrix;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.console.Words;
import dev.relevo.knowledge.draft.DraftRow;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.draft.Edited;
import dev.relevo.knowledge.matrix.MatrixDifference;
import dev.relevo.knowledge.matrix.RowId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// What the grid is answered after an edit: the rows it touched, the two sides of a conflict (409),
/// or a sentence (422).
@Component
class Answering {

  /// With more rows than this, the grid reads its page again.
  private static final int PLACED = 60;

  private final Drafts drafts;
  private final Words words;
  private final Today today;

  Answering(Drafts drafts, Words words, Today today) {
    this.drafts = drafts;
    this.words = words;
    this.today = today;
  }

  /// Two editors at one row.
  ///
  /// @param revision what to name when insisting
  record Clash(String id, String question, long revision, String by, String at, List<Side> cells) {}

  /// A cell on which they differ.
  record Side(String header, String theirs, String yours) {}

  String show(SignedIn me, Edited edited, Model model, HttpServletResponse response) {
    return switch (edited) {
      case Edited.Done it -> done(me, it, model);
      case Edited.Conflict it -> conflict(me, it, model, response);
      case Edited.Refused(var reason, var row) ->
          refused(
              words.say(
                  me, "matrix.refused." + reason.name().toLowerCase(java.util.Locale.ROOT), row),
              model,
              response);
      case Edited.Unchanged _ -> written(me, List.of(), List.of(), model);
    };
  }

  String refused(String sentence, Model model, HttpServletResponse response) {
    response.setStatus(422);
    model.addAttribute("sentence", sentence);
    return "console/matrix/written :: refused";
  }

  private String done(SignedIn me, Edited.Done done, Model model) {
    model.addAttribute("reload", done.rows().size() + done.gone().size() > PLACED);
    var rows = done.rows().size() > PLACED ? List.<DraftRow>of() : done.rows();
    return written(
        me,
        rows.stream().map(it -> line(me, it)).toList(),
        done.gone().stream().map(RowId::value).toList(),
        model);
  }

  private String written(SignedIn me, List<Line> lines, List<String> gone, Model model) {
    model.addAttribute("lines", lines);
    model.addAttribute("gone", gone);
    model.addAttribute("overview", drafts.overview(me.workspaceNumber()));
    return "console/matrix/written :: written";
  }

  private Line line(SignedIn me, DraftRow row) {
    var above = drafts.above(me.workspaceNumber(), row.row().id()).map(RowId::value).orElse("");
    return Line.of(row, today.of(me), me.language().locale(), above);
  }

  private String conflict(
      SignedIn me, Edited.Conflict conflict, Model model, HttpServletResponse response) {
    response.setStatus(409);
    model.addAttribute("clashes", conflict.clashes().stream().map(it -> clash(me, it)).toList());
    return "console/matrix/written :: conflict";
  }

  private Clash clash(SignedIn me, Edited.Clash clash) {
    var theirs = clash.theirs();
    var cells =
        theirs
            .flatMap(it ->
                clash
                    .yours()
                    .map(yours -> MatrixDifference.cells(it.row(), yours, me.language().locale())))
            .orElse(List.of());
    return new Clash(
        clash.id().value(),
        theirs.map(it -> it.row().question()).orElse(""),
        theirs.map(DraftRow::revision).orElse(0L),
        theirs.map(DraftRow::by).orElse(""),
        theirs.map(it -> today.written(me, it.at())).orElse(""),
        cells.stream().map(it -> new Side(it.header(), it.before(), it.after())).toList());
  }
}
