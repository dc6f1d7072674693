package dev.relevo.bot.console.matrix;

import dev.relevo.bot.access.Audited;
import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.audit.Act;
import dev.relevo.bot.console.Words;
import dev.relevo.bot.responder.Sureness;
import dev.relevo.crm.team.Role;
import dev.relevo.knowledge.gap.RowFigures;
import dev.relevo.knowledge.model.Aims;
import dev.relevo.knowledge.proposal.Proposals;
import dev.relevo.knowledge.retriever.Aim;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The matrix's settings: how sure the bot must be before it answers, and who approves a version.
@Controller
@Door(Role.MANAGER)
class AimController {

  private static final String PAGE = "redirect:/console/matrix/settings";
  private static final int DAYS = 30;

  private final Aims aims;
  private final Sureness sureness;
  private final RowFigures figures;
  private final Proposals proposals;
  private final Words words;
  private final Today today;

  AimController(
      Aims aims,
      Sureness sureness,
      RowFigures figures,
      Proposals proposals,
      Words words,
      Today today) {
    this.aims = aims;
    this.sureness = sureness;
    this.figures = figures;
    this.proposals = proposals;
    this.words = words;
    this.today = today;
  }

  @GetMapping("/console/matrix/settings")
  String page(@AuthenticationPrincipal SignedIn me, Model model) {
    var aim = aims.of(me.workspaceNumber());
    var days = figures.days(me.workspaceNumber(), today.of(me).minusDays(DAYS));
    int asked = days.stream().mapToInt(RowFigures.Day::all).sum();
    int unanswered = days.stream().mapToInt(RowFigures.Day::fallback).sum();
    model.addAttribute("precise", aim.precision().isPresent());
    model.addAttribute("precision", Curve.percent(aim.precision().orElse(0.95)));
    model.addAttribute("offTopic", Curve.percent(aim.offTopic()));
    model.addAttribute("asked", asked);
    model.addAttribute("seen", asked == 0 ? 0 : Math.round(100f * unanswered / asked));
    model.addAttribute(
        "told", sureness.of(me.workspace(), aim).map(it -> Curve.of(it, aim)).orElse(null));
    model.addAttribute("approval", proposals.wantsApproval(me.workspaceNumber()));
    return "console/matrix/settings";
  }

  /// @param goal `precision`, or anything else for as many questions ending well as possible
  /// @param precision in percent, 50 to 99
  /// @param offTopic in percent, 1 to 95
  @PostMapping("/console/matrix/settings/aim")
  @Audited(value = Act.SETTINGS_CHANGED, part = "aim")
  String aim(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String goal,
      @RequestParam(defaultValue = "") String precision,
      @RequestParam(defaultValue = "") String offTopic,
      RedirectAttributes after) {
    var precise = goal.equals("precision");
    var wanted = share(precision, 50, 99);
    var share = share(offTopic, 1, 95);
    if (precise && wanted.isEmpty()) {
      after.addFlashAttribute("fault", words.say(me, "aim.precision.wrong"));
    } else if (share.isEmpty()) {
      after.addFlashAttribute("fault", words.say(me, "aim.offTopic.wrong"));
    } else {
      aims.want(me.workspaceNumber(), new Aim(precise ? wanted : Optional.empty(), share.get()));
      after.addFlashAttribute("saved", words.say(me, "aim.saved"));
    }
    return PAGE;
  }

  private static Optional<Double> share(String percent, int least, int most) {
    return Optional.of(percent.strip())
        .filter(it -> it.matches("[0-9]{1,2}"))
        .map(Integer::parseInt)
        .filter(it -> it >= least && it <= most)
        .map(it -> it / 100.0);
  }

  /// Whether somebody else must approve what a manager proposes.
  @PostMapping("/console/matrix/settings/approval")
  @Audited(value = Act.SETTINGS_CHANGED, part = "approval")
  @Door(Role.OWNER)
  String approval(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "false") boolean wanted,
      RedirectAttributes after) {
    proposals.wantApproval(me.workspaceNumber(), wanted);
    after.addFlashAttribute(
        "saved", words.say(me, wanted ? "publish.approval.on" : "publish.approval.off"));
    return PAGE;
  }
}
