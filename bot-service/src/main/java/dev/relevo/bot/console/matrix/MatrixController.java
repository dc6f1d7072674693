package dev.relevo.bot.console.matrix;

import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.console.NotHere;
import dev.relevo.bot.console.Trying;
import dev.relevo.bot.responder.Responders.Matter;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.draft.DraftRow;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.draft.Filter;
import dev.relevo.knowledge.matrix.RowId;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The matrix's page: the draft as a grid, one row at its side, a question to try.
@Controller
@Door(Role.AGENT)
class MatrixController {

  private static final int PAGE = 100;

  private final Drafts drafts;
  private final Workspaces workspaces;
  private final Trying trying;
  private final RowPane pane;
  private final Today today;

  MatrixController(Drafts drafts, Workspaces workspaces, Trying trying, RowPane pane, Today today) {
    this.drafts = drafts;
    this.workspaces = workspaces;
    this.trying = trying;
    this.pane = pane;
    this.today = today;
  }

  @GetMapping("/console/matrix")
  String page(
      @AuthenticationPrincipal SignedIn me,
      GridQuery query,
      @RequestParam(name = "try", defaultValue = "") String question,
      @RequestParam(defaultValue = "") String open,
      Model model) {
    lines(me, query, "", model);
    model.addAttribute("query", query);
    model.addAttribute("filtered", !query.filter().equals(Filter.NONE));
    model.addAttribute("overview", drafts.overview(me.workspaceNumber()));
    model.addAttribute("found", drafts.count(me.workspaceNumber(), query.filter()));
    model.addAttribute("language", workspaces.find(me.workspace()).language().code());
    model.addAttribute("question", question);
    model.addAttribute("open", open);
    tried(me, question, me.language(), model);
    return "console/matrix/page";
  }

  /// The rows that follow one, or the first that pass the filter, with how many there are.
  @GetMapping("/console/matrix/rows")
  String rows(
      @AuthenticationPrincipal SignedIn me,
      GridQuery query,
      @RequestParam(defaultValue = "") String below,
      Model model) {
    lines(me, query, below, model);
    model.addAttribute("query", query);
    if (!below.isEmpty()) {
      return "console/matrix/grid :: lines";
    }
    model.addAttribute("overview", drafts.overview(me.workspaceNumber()));
    model.addAttribute("found", drafts.count(me.workspaceNumber(), query.filter()));
    return "console/matrix/grid :: grid";
  }

  /// One row with everything it has and what was done to it.
  @GetMapping("/console/matrix/row")
  String row(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String row,
      Model model) {
    var found =
        id(row)
            .flatMap(it -> drafts.row(me.workspaceNumber(), it))
            .orElseThrow(() -> new NotHere("no such row"));
    model.addAttribute("pane", pane.of(me, found));
    return "console/matrix/pane :: pane";
  }

  @GetMapping("/console/matrix/try")
  String tryOut(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(name = "try", defaultValue = "") String question,
      @RequestParam(defaultValue = "") String language,
      Model model) {
    var spoken = Language.of(language).orElse(workspaces.find(me.workspace()).language());
    tried(me, question, spoken, model);
    return "console/matrix/try :: tried";
  }

  private void tried(SignedIn me, String question, Language language, Model model) {
    Trying.text(question)
        .ifPresent(it -> {
          model.addAttribute("tried", trying.question(me, Matter.DRAFT, it, language));
          model.addAttribute("live", trying.question(me, Matter.PUBLISHED, it, language));
          model.addAttribute("version", drafts.overview(me.workspaceNumber()).published());
        });
  }

  private void lines(SignedIn me, GridQuery query, String below, Model model) {
    var page = drafts.page(me.workspaceNumber(), query.filter(), id(below), PAGE);
    model.addAttribute("lines", page.rows().stream().map(it -> line(me, it)).toList());
    model.addAttribute("more", page.more());
    model.addAttribute("columns", Line.COLUMNS);
    model.addAttribute("locale", me.language().locale());
  }

  private Line line(SignedIn me, DraftRow row) {
    return Line.of(row, today.of(me), me.language().locale(), "");
  }

  static Optional<RowId> id(String text) {
    return RowId.isValid(text) ? Optional.of(new RowId(text)) : Optional.empty();
  }
}
