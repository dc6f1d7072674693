package dev.relevo.bot.console.matrix;

import dev.relevo.bot.access.Audited;
import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.audit.Act;
import dev.relevo.bot.console.NotHere;
import dev.relevo.bot.console.Words;
import dev.relevo.crm.team.Role;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.proposal.Decided;
import dev.relevo.knowledge.proposal.Proposals;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The way from draft to version: what would change, and the decisions on what is proposed.
@Controller
@Door(Role.MANAGER)
class PublishController {

  private static final String BACK = "redirect:/console/matrix/publish";

  private final Drafts drafts;
  private final Matrices matrices;
  private final Proposals proposals;
  private final ProposalViews views;
  private final Words words;

  PublishController(
      Drafts drafts, Matrices matrices, Proposals proposals, ProposalViews views, Words words) {
    this.drafts = drafts;
    this.matrices = matrices;
    this.proposals = proposals;
    this.views = views;
    this.words = words;
  }

  @GetMapping("/console/matrix/publish")
  String page(@AuthenticationPrincipal SignedIn me, Model model) {
    var published = matrices.published(me.workspaceNumber());
    var draft = drafts.snapshot(me.workspaceNumber()).matrix().forPublication();
    var before = published.map(Matrices.Published::matrix).orElseGet(() -> new Matrix(List.of()));
    var history = proposals.history(me.workspaceNumber());
    model.addAttribute("changes", Changes.between(before, draft, me.language().locale()));
    model.addAttribute("next", published.map(Matrices.Published::number).orElse(0) + 1);
    model.addAttribute("approval", proposals.wantsApproval(me.workspaceNumber()));
    model.addAttribute(
        "open", history.stream().filter(it -> it.isOpen()).map(it -> views.of(me, it)).toList());
    model.addAttribute(
        "past",
        history.stream().filter(it -> !it.isOpen()).limit(10).map(it -> views.of(me, it)).toList());
    return "console/matrix/publish";
  }

  @PostMapping("/console/matrix/proposals/{number:[0-9]{1,9}}/approve")
  @Audited(Act.MATRIX_APPROVED)
  String approve(
      @AuthenticationPrincipal SignedIn me, @PathVariable long number, RedirectAttributes after) {
    return decided(
        me,
        proposals.approve(
            me.workspaceNumber(), number, WriteController.editor(me), me.may(Role.OWNER)),
        after);
  }

  @PostMapping("/console/matrix/proposals/{number:[0-9]{1,9}}/reject")
  @Audited(Act.MATRIX_REJECTED)
  String reject(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable long number,
      @RequestParam(defaultValue = "") String why,
      RedirectAttributes after) {
    return decided(
        me,
        proposals.reject(me.workspaceNumber(), number, WriteController.editor(me), shortened(why)),
        after);
  }

  @PostMapping("/console/matrix/proposals/{number:[0-9]{1,9}}/withdraw")
  @Audited(Act.MATRIX_WITHDRAWN)
  String withdraw(
      @AuthenticationPrincipal SignedIn me, @PathVariable long number, RedirectAttributes after) {
    return decided(
        me, proposals.withdraw(me.workspaceNumber(), number, WriteController.editor(me)), after);
  }

  private String decided(SignedIn me, Decided decided, RedirectAttributes after) {
    switch (decided) {
      case Decided.Done(var proposal) ->
          after.addFlashAttribute("saved", views.of(me, proposal).sentence());
      case Decided.Late _ -> throw new NotHere("no such open proposal");
      case Decided.OwnProposal _ -> after.addFlashAttribute("fault", words.say(me, "publish.own"));
    }
    return BACK;
  }

  static String shortened(String note) {
    var text = note.strip();
    return text.length() > 500 ? text.substring(0, 500) : text;
  }
}
