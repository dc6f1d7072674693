package dev.relevo.bot.console.matrix;

import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.console.NotHere;
import dev.relevo.bot.console.Words;
import dev.relevo.crm.team.Role;
import dev.relevo.knowledge.draft.DraftRow;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.draft.Edit;
import dev.relevo.knowledge.draft.Edited;
import dev.relevo.knowledge.draft.Editor;
import dev.relevo.knowledge.draft.Spot;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Editing the draft from the grid. Every answer holds the rows that were touched.
@Controller
@Door(Role.MANAGER)
class WriteController {

  private final Drafts drafts;
  private final Writing writing;
  private final Answering answering;
  private final Words words;

  WriteController(Drafts drafts, Writing writing, Answering answering, Words words) {
    this.drafts = drafts;
    this.writing = writing;
    this.answering = answering;
    this.words = words;
  }

  /// Cells and new rows, as [Writing] reads them.
  @PostMapping("/console/matrix/write")
  String write(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String edit,
      Model model,
      HttpServletResponse response) {
    return switch (writing.read(me, edit)) {
      case Writing.Read.An(var read) -> applied(me, read, model, response);
      case Writing.Read.Refused(var problem) ->
          answering.refused(problem.in(me.language().locale()), model, response);
      case Writing.Read.Unknown(var row) ->
          answering.refused(words.say(me, "matrix.refused.row_unknown", row), model, response);
    };
  }

  @PostMapping("/console/matrix/copy")
  String copy(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String row,
      Model model,
      HttpServletResponse response) {
    return applied(me, writing.copied(me, found(me, row)), model, response);
  }

  /// @param below the row it goes below; empty: to the top
  @PostMapping("/console/matrix/move")
  String move(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String row,
      @RequestParam(defaultValue = "") String below,
      Model model,
      HttpServletResponse response) {
    var spot = MatrixController.id(below).<Spot>map(Spot.Below::new).orElseGet(Spot.Top::new);
    var moved = found(me, row).row().id();
    return applied(me, Edit.of(new Edit.Step.Move(moved, spot)), model, response);
  }

  @PostMapping("/console/matrix/mark")
  String mark(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String row,
      @RequestParam(defaultValue = "true") boolean leaves,
      @RequestParam(defaultValue = "0") long seen,
      Model model,
      HttpServletResponse response) {
    var marked = found(me, row).row().id();
    return applied(me, Edit.of(new Edit.Step.Mark(marked, leaves, seen)), model, response);
  }

  @PostMapping("/console/matrix/undo")
  String undo(@AuthenticationPrincipal SignedIn me, Model model, HttpServletResponse response) {
    return turned(me, drafts.undo(me.workspaceNumber(), editor(me)), model, response);
  }

  @PostMapping("/console/matrix/redo")
  String redo(@AuthenticationPrincipal SignedIn me, Model model, HttpServletResponse response) {
    return turned(me, drafts.redo(me.workspaceNumber(), editor(me)), model, response);
  }

  /// What somebody built upon is told in a sentence: there is nothing to choose.
  private String turned(SignedIn me, Edited edited, Model model, HttpServletResponse response) {
    return switch (edited) {
      case Edited.Conflict it ->
          answering.refused(
              words.say(me, "matrix.undo.changed", it.clashes().getFirst().id()), model, response);
      case Edited.Unchanged _ ->
          answering.refused(words.say(me, "matrix.undo.nothing"), model, response);
      case Edited.Done _, Edited.Refused _ -> answering.show(me, edited, model, response);
    };
  }

  private String applied(SignedIn me, Edit edit, Model model, HttpServletResponse response) {
    var edited = drafts.apply(me.workspaceNumber(), editor(me), edit);
    return answering.show(me, edited, model, response);
  }

  private DraftRow found(SignedIn me, String row) {
    return MatrixController.id(row)
        .flatMap(it -> drafts.row(me.workspaceNumber(), it))
        .orElseThrow(() -> new NotHere("no such row"));
  }

  static Editor editor(SignedIn me) {
    return new Editor(me.memberNumber(), me.name());
  }
}
