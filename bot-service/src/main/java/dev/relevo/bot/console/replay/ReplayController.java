package dev.relevo.bot.console.replay;

import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.console.NotHere;
import dev.relevo.bot.console.NotUnderstood;
import dev.relevo.bot.console.Words;
import dev.relevo.crm.team.Role;
import dev.relevo.knowledge.replay.Change;
import dev.relevo.knowledge.replay.Replay;
import dev.relevo.knowledge.replay.Run;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Past questions asked of the draft: start, watch, stop, look, judge.
@Controller
@Door(Role.MANAGER)
class ReplayController {

  private static final String ONE = "/console/replay/{number:[0-9]{1,18}}";

  private final Replay replay;
  private final ReplayLines lines;
  private final Words words;

  ReplayController(Replay replay, ReplayLines lines, Words words) {
    this.replay = replay;
    this.lines = lines;
    this.words = words;
  }

  @GetMapping("/console/replay")
  String page(@AuthenticationPrincipal SignedIn me, Model model) {
    model.addAttribute(
        "runs", replay.all(me.workspaceNumber()).stream().map(it -> lines.line(me, it)).toList());
    model.addAttribute("usual", Replay.USUAL);
    model.addAttribute("most", Replay.MOST);
    return "console/replay/page";
  }

  @PostMapping("/console/replay")
  String start(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String conversations,
      RedirectAttributes after) {
    var number =
        Optional.of(conversations.strip())
            .filter(it -> it.matches("[0-9]{1,5}"))
            .map(Integer::valueOf)
            .filter(it -> it >= 1 && it <= Replay.MOST);
    if (number.isEmpty()) {
      after.addFlashAttribute("fault", words.say(me, "replay.number", Replay.MOST));
      return "redirect:/console/replay";
    }
    var run = replay.start(me.workspaceNumber(), number.get(), me.name());
    if (run.isEmpty()) {
      after.addFlashAttribute("fault", words.say(me, "replay.not-now"));
    }
    return "redirect:/console/replay" + run.map(it -> "/" + it).orElse("");
  }

  @GetMapping(ONE)
  String one(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable long number,
      @RequestParam(defaultValue = "") String verdict,
      @RequestParam(defaultValue = "") String kind,
      Model model) {
    var run = run(me, number);
    model.addAttribute("run", lines.line(me, run));
    model.addAttribute(
        "changes",
        replay
            .changes(
                me.workspaceNumber(),
                number,
                of(Change.Verdict.values(), verdict),
                of(Change.Kind.values(), kind))
            .stream()
            .map(it -> lines.shown(me, it))
            .toList());
    model.addAttribute("verdict", verdict);
    model.addAttribute("kind", kind);
    return "console/replay/one";
  }

  /// How far it is; when it has ended, the page is read anew.
  @GetMapping(ONE + "/progress")
  String progress(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable long number,
      Model model,
      jakarta.servlet.http.HttpServletResponse response) {
    var run = run(me, number);
    if (run.state() != Run.State.RUNNING) {
      response.setHeader("HX-Refresh", "true");
    }
    model.addAttribute("run", lines.line(me, run));
    return "console/replay/one :: progress";
  }

  @PostMapping(ONE + "/cancel")
  String cancel(@AuthenticationPrincipal SignedIn me, @PathVariable long number) {
    replay.cancel(me.workspaceNumber(), run(me, number).id());
    return "redirect:/console/replay/" + number;
  }

  @PostMapping(ONE + "/judge/{position}")
  String judge(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable long number,
      @PathVariable int position,
      @RequestParam String says,
      Model model) {
    var word =
        of(Replay.Says.values(), says).orElseThrow(() -> new NotUnderstood("which side is right"));
    var change =
        replay
            .judge(me.workspaceNumber(), me.name(), number, position, word)
            .orElseThrow(() -> new NotHere("no such change"));
    model.addAttribute("run", lines.line(me, run(me, number)));
    model.addAttribute("it", lines.shown(me, change));
    return "console/replay/one :: change";
  }

  private Run run(SignedIn me, long number) {
    return replay.find(me.workspaceNumber(), number).orElseThrow(() -> new NotHere("no such run"));
  }

  private static <E extends Enum<E>> Optional<E> of(E[] values, String word) {
    return Arrays.stream(values).filter(it -> ReplayLines.word(it).equals(word)).findFirst();
  }
}
