package dev.relevo.bot.console.replay;

import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.console.Words;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.replay.RowTests;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The questions that must lead to their rows.
@Controller
@Door(Role.MANAGER)
class TestController {

  private final RowTests tests;
  private final Workspaces workspaces;
  private final Words words;

  TestController(RowTests tests, Workspaces workspaces, Words words) {
    this.tests = tests;
    this.workspaces = workspaces;
    this.words = words;
  }

  @GetMapping("/console/replay/tests")
  String page(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String row,
      @RequestParam(defaultValue = "") String question,
      Model model) {
    model.addAttribute("tests", tests.all(me.workspaceNumber()));
    model.addAttribute("row", row);
    model.addAttribute("question", question);
    model.addAttribute("spoken", workspaces.find(me.workspace()).language().code());
    model.addAttribute("blocks", workspaces.find(me.workspace()).curation().testsBlock());
    return "console/replay/tests";
  }

  /// @param row where the question must lead; empty: to none
  @PostMapping("/console/replay/tests")
  String add(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String row,
      @RequestParam(defaultValue = "") String question,
      @RequestParam(defaultValue = "") String language,
      RedirectAttributes after) {
    var spoken = Language.of(language).orElse(workspaces.find(me.workspace()).language());
    try {
      tests.add(
          me.workspaceNumber(),
          new RowTests.Test(0, row.strip(), question.replace("\0", ""), spoken.code(), me.name()));
      after.addFlashAttribute("saved", words.say(me, "tests.added"));
    } catch (IllegalArgumentException unreadable) {
      after.addFlashAttribute("fault", words.say(me, "tests.unreadable"));
    } catch (IllegalStateException full) {
      after.addFlashAttribute("fault", words.say(me, "tests.full", RowTests.MOST));
    }
    return "redirect:/console/replay/tests";
  }

  @PostMapping("/console/replay/tests/{number:[0-9]{1,18}}/remove")
  String remove(
      @AuthenticationPrincipal SignedIn me, @PathVariable long number, RedirectAttributes after) {
    tests.remove(me.workspaceNumber(), number);
    after.addFlashAttribute("saved", words.say(me, "tests.removed"));
    return "redirect:/console/replay/tests";
  }
}
