package dev.relevo.bot.console.gap;

import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.gap.RowFigures;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// How the matrix fares: what became of questions day by day, and of each row.
@Controller
@Door(Role.MANAGER)
class FiguresController {

  private static final List<Integer> SPANS = List.of(7, 30, 90);
  private static final int ROWS = 100;

  private final RowFigures figures;
  private final Matrices matrices;
  private final Workspaces workspaces;
  private final Clock clock;

  FiguresController(RowFigures figures, Matrices matrices, Workspaces workspaces, Clock clock) {
    this.figures = figures;
    this.matrices = matrices;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  /// A row with its figures.
  ///
  /// @param question as published; empty when the row is gone
  record Line(RowFigures.Row figures, String question) {}

  @GetMapping("/console/gaps/figures")
  String page(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "30") String days,
      @RequestParam(defaultValue = "asked") String order,
      Model model) {
    var span = span(days);
    var by =
        switch (order.toUpperCase(Locale.ROOT)) {
          case "HANDED_OFF" -> RowFigures.Order.HANDED_OFF;
          case "UNHELPFUL" -> RowFigures.Order.UNHELPFUL;
          default -> RowFigures.Order.ASKED;
        };
    var today = today(me);
    var from = today.minusDays(span - 1L);
    model.addAttribute(
        "chart", Chart.of(me, figures.days(me.workspaceNumber(), from), from, today));
    model.addAttribute("rows", lines(me, figures.most(me.workspaceNumber(), from, by, ROWS)));
    model.addAttribute("days", span);
    model.addAttribute("spans", SPANS);
    model.addAttribute("order", by.name().toLowerCase(Locale.ROOT));
    return "console/gap/figures";
  }

  /// One row over 7, 30 and 90 days: a part for other pages.
  @GetMapping("/console/gaps/figures/row")
  String row(@AuthenticationPrincipal SignedIn me, @RequestParam String row, Model model) {
    var spans = new LinkedHashMap<Integer, RowFigures.Row>();
    for (var span : SPANS) {
      var found = figures.of(me.workspaceNumber(), List.of(row), today(me).minusDays(span - 1L));
      spans.putAll(found.values().stream().collect(Collectors.toMap(_ -> span, it -> it)));
    }
    model.addAttribute("figures", spans);
    model.addAttribute("row", row);
    return "console/gap/figures :: row";
  }

  private List<Line> lines(SignedIn me, List<RowFigures.Row> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    var questions = questions(me);
    var lines = new ArrayList<Line>();
    rows.forEach(it -> lines.add(new Line(it, questions.getOrDefault(it.row(), ""))));
    return lines;
  }

  private Map<String, String> questions(SignedIn me) {
    return matrices
        .published(me.workspaceNumber())
        .map(Matrices.Published::matrix)
        .map(Matrix::rows)
        .orElse(List.of())
        .stream()
        .collect(Collectors.toMap(it -> it.id().value(), Row::question, (one, _) -> one));
  }

  private LocalDate today(SignedIn me) {
    return LocalDate.ofInstant(clock.instant(), workspaces.find(me.workspace()).zone());
  }

  private static int span(String days) {
    return Optional.of(days)
        .filter(it -> it.matches("[0-9]{1,2}"))
        .map(Integer::valueOf)
        .filter(SPANS::contains)
        .orElse(30);
  }
}
