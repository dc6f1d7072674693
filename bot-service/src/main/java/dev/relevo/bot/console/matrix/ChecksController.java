package dev.relevo.bot.console.matrix;

import dev.relevo.bot.access.Audited;
import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.audit.Act;
import dev.relevo.bot.console.Words;
import dev.relevo.bot.review.Review;
import dev.relevo.crm.team.Role;
import dev.relevo.knowledge.check.Finding;
import dev.relevo.knowledge.check.Fix;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.draft.Edit;
import dev.relevo.knowledge.draft.Edited;
import dev.relevo.knowledge.proposal.Proposals;
import dev.relevo.knowledge.proposal.Proposed;
import dev.relevo.knowledge.proposal.Wish;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What the checks found in the draft, a click that puts it right, and the wish to publish what
/// passed.
@Controller
@Door(Role.MANAGER)
class ChecksController {

  private static final int LISTED = 100;

  private final Review review;
  private final Drafts drafts;
  private final Proposals proposals;
  private final Words words;
  private final Today today;

  ChecksController(Review review, Drafts drafts, Proposals proposals, Words words, Today today) {
    this.review = review;
    this.drafts = drafts;
    this.proposals = proposals;
    this.words = words;
    this.today = today;
  }

  /// A finding as it is listed.
  ///
  /// @param place among all of the report
  /// @param fix what a click does, in words; empty where there is none
  record Shown(int place, boolean error, String row, String sentence, String fix) {}

  @GetMapping("/console/matrix/checks")
  String checks(@AuthenticationPrincipal SignedIn me, Model model) {
    return shown(me, model);
  }

  /// Makes the fix of one finding; a row that was edited since keeps what it says.
  ///
  /// @param revision the draft's, as it was checked
  /// @param place of the finding in that report
  @PostMapping("/console/matrix/fix")
  String fix(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "-1") long revision,
      @RequestParam(defaultValue = "-1") int place,
      Model model) {
    var edited =
        review
            .of(me.workspace(), revision)
            .filter(it -> place >= 0 && place < it.report().findings().size())
            .flatMap(it -> it.report().findings().get(place).fix())
            .map(it ->
                drafts.apply(me.workspaceNumber(), WriteController.editor(me), edit(it, revision)));
    if (edited.filter(Edited.Done.class::isInstance).isEmpty()) {
      model.addAttribute("refusal", words.say(me, "publish.moved"));
    }
    return shown(me, model);
  }

  /// @param at a date and time of the workspace's zone; empty: at once
  @PostMapping("/console/matrix/propose")
  @Audited(Act.MATRIX_PROPOSED)
  String propose(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "-1") long revision,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String at,
      Model model,
      HttpServletResponse response) {
    var checked = review.of(me.workspace(), revision);
    Optional<Instant> time = today.coming(me, at);
    if (checked.isEmpty()) {
      model.addAttribute("refusal", words.say(me, "publish.moved"));
    } else if (!at.isBlank() && time.isEmpty()) {
      model.addAttribute("refusal", words.say(me, "publish.past"));
    } else {
      var wish =
          new Wish(revision, checked.get().report(), PublishController.shortened(note), time);
      var proposed =
          proposals.propose(
              me.workspaceNumber(), WriteController.editor(me), wish, me.may(Role.OWNER));
      if (proposed instanceof Proposed.Accepted) {
        response.setHeader("HX-Redirect", "/console/matrix/publish?done");
      } else {
        model.addAttribute("refusal", refusal(me, proposed));
      }
    }
    return shown(me, model);
  }

  private String refusal(SignedIn me, Proposed proposed) {
    return switch (proposed) {
      case Proposed.Accepted _ -> "";
      case Proposed.Blocked(var errors) -> words.say(me, "publish.blocked", errors);
      case Proposed.Moved _ -> words.say(me, "publish.moved");
      case Proposed.Occupied(var open) -> words.say(me, "publish.occupied", open.by().name());
      case Proposed.NoAnswers _ -> words.say(me, "publish.empty");
    };
  }

  private String shown(SignedIn me, Model model) {
    var checked = review.now(me.workspace());
    var findings = checked.report().findings();
    var shown = new ArrayList<Shown>();
    for (int place = 0; place < Math.min(LISTED, findings.size()); place++) {
      shown.add(shown(me, place, findings.get(place)));
    }
    boolean occupied = proposals.open(me.workspaceNumber()).isPresent();
    model.addAttribute("findings", shown);
    model.addAttribute("errors", checked.report().errors());
    model.addAttribute("warnings", checked.report().warnings());
    model.addAttribute("revision", checked.revision());
    model.addAttribute("occupied", occupied);
    model.addAttribute(
        "asks", proposals.wantsApproval(me.workspaceNumber()) && !me.may(Role.OWNER));
    model.addAttribute("draftChanges", drafts.overview(me.workspaceNumber()).changes());
    return "console/matrix/checks :: checks";
  }

  private Shown shown(SignedIn me, int place, Finding finding) {
    var kind = finding.kind().name().toLowerCase(Locale.ROOT);
    var sentence = finding.in(me.language().locale());
    var fix = finding.fix().map(it -> words.say(me, "fix." + named(it, kind))).orElse("");
    return new Shown(place, finding.isError(), finding.row().value(), sentence, fix);
  }

  private static String named(Fix fix, String kind) {
    return switch (fix) {
      case Fix.Leave _ -> "leave";
      case Fix.Rewrite(_, var leaving) when !leaving.isEmpty() -> "join";
      case Fix.Rewrite _ -> kind;
    };
  }

  private static Edit edit(Fix fix, long revision) {
    var steps = new ArrayList<Edit.Step>();
    switch (fix) {
      case Fix.Rewrite(var rows, var leaving) -> {
        rows.forEach(it -> steps.add(new Edit.Step.Put(it, revision)));
        leaving.forEach(it -> steps.add(new Edit.Step.Mark(it, true, revision)));
      }
      case Fix.Leave(var row) -> steps.add(new Edit.Step.Mark(row, true, revision));
    }
    return new Edit(steps);
  }
}
