package dev.relevo.bot.console.spend;

import dev.relevo.bot.access.Audited;
import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.audit.Act;
import dev.relevo.bot.console.Money;
import dev.relevo.bot.console.MonthLine;
import dev.relevo.bot.console.Words;
import dev.relevo.bot.spend.Budget;
import dev.relevo.bot.spend.Budgets;
import dev.relevo.bot.spend.Calls;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What models cost: the month against its budget, day by day, and where it goes.
@Controller
@Door(Role.MANAGER)
class SpendController {

  private static final List<Integer> SPANS = List.of(7, 30, 90);
  private static final String BACK = "redirect:/console/assistants/spend";

  private final Budgets budgets;
  private final Calls calls;
  private final SpendLines lines;
  private final Workspaces workspaces;
  private final Words words;
  private final Clock clock;

  SpendController(
      Budgets budgets,
      Calls calls,
      SpendLines lines,
      Workspaces workspaces,
      Words words,
      Clock clock) {
    this.budgets = budgets;
    this.calls = calls;
    this.lines = lines;
    this.workspaces = workspaces;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping("/console/assistants/spend")
  String page(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "30") String days,
      Model model) {
    var span = span(days);
    var period = period(me, span);
    var month = budgets.month(me.workspace());
    model.addAttribute("month", MonthLine.of(me, month));
    model.addAttribute("limit", month.budget().monthMicros().map(Money::written).orElse(""));
    model.addAttribute("warn", month.budget().warnPercent());
    model.addAttribute("chart", chart(me, period));
    model.addAttribute("answers", lines.answers(me, period));
    model.addAttribute("assistants", lines.assistants(me, period));
    model.addAttribute("purposes", lines.purposes(me, period));
    model.addAttribute("dearest", lines.dearest(me, period));
    model.addAttribute("days", span);
    model.addAttribute("spans", SPANS);
    return "console/spend/page";
  }

  /// @param limit empty: no bound
  /// @param warn the share of it from which on people are warned, in percent
  @PostMapping("/console/assistants/spend/budget")
  @Audited(
      value = Act.BUDGET_CHANGED,
      with = {"limit", "warn"})
  @Door(Role.OWNER)
  String save(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String limit,
      @RequestParam(defaultValue = "") String warn,
      RedirectAttributes after) {
    var money = Money.read(limit);
    var share = share(warn);
    if ((money.isEmpty() && !limit.isBlank()) || share.isEmpty()) {
      var field = share.isEmpty() ? "spend.warn" : "spend.limit";
      after.addFlashAttribute("fault", words.say(me, "settings.unreadable", words.say(me, field)));
      return BACK;
    }
    budgets.save(me.workspace(), new Budget(money, share.get()), me.member());
    after.addFlashAttribute(
        "saved", words.say(me, money.isEmpty() ? "spend.unlimited" : "settings.saved"));
    return BACK;
  }

  private SpendChart chart(SignedIn me, Calls.Period period) {
    return SpendChart.of(me, calls.costs(me.workspace(), period, Calls.Cut.DAY), period);
  }

  private Calls.Period period(SignedIn me, int span) {
    var today = LocalDate.ofInstant(clock.instant(), workspaces.find(me.workspace()).zone());
    return new Calls.Period(today.minusDays(span - 1L), today);
  }

  private static Optional<Integer> share(String text) {
    return Optional.of(text.strip())
        .filter(it -> it.matches("[0-9]{1,3}"))
        .map(Integer::valueOf)
        .filter(it -> it >= 1 && it <= 100);
  }

  private static int span(String days) {
    return Optional.of(days)
        .filter(it -> it.matches("[0-9]{1,2}"))
        .map(Integer::valueOf)
        .filter(SPANS::contains)
        .orElse(30);
  }
}
