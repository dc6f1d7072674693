package dev.relevo.bot.console.gap;

import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.console.NotHere;
import dev.relevo.bot.console.Words;
import dev.relevo.crm.team.Role;
import dev.relevo.knowledge.gap.Editing;
import dev.relevo.knowledge.gap.Gap;
import dev.relevo.knowledge.gap.Gaps;
import dev.relevo.knowledge.gap.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The questions that went wrong, and what is made of them.
@Controller
@Door(Role.MANAGER)
class GapController {

  private static final String ONE = "/console/gaps/{number:[0-9]{1,18}}";
  private static final int LONGEST_SEARCH = 200;

  private final Gaps gaps;
  private final GapLines lines;
  private final Words words;

  GapController(Gaps gaps, GapLines lines, Words words) {
    this.gaps = gaps;
    this.lines = lines;
    this.words = words;
  }

  @GetMapping("/console/gaps")
  String page(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "open") String state,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "count") String order,
      Model model) {
    list(me, state, kind, q, order, model);
    return "console/gap/page";
  }

  @GetMapping("/console/gaps/list")
  String part(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "open") String state,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "count") String order,
      Model model) {
    list(me, state, kind, q, order, model);
    return "console/gap/page :: list";
  }

  @GetMapping(ONE)
  String one(@AuthenticationPrincipal SignedIn me, @PathVariable long number, Model model) {
    model.addAttribute("gap", lines.line(me, gap(me, number)));
    model.addAttribute(
        "examples",
        gaps.questions(me.workspaceNumber(), number).stream()
            .map(it -> lines.example(me, it))
            .toList());
    model.addAttribute("rows", List.of());
    model.addAttribute("q", "");
    return "console/gap/one";
  }

  /// Rows of the draft it may be added to.
  @GetMapping(ONE + "/rows")
  String rows(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable long number,
      @RequestParam(defaultValue = "") String q,
      Model model) {
    model.addAttribute("gap", lines.line(me, gap(me, number)));
    model.addAttribute("rows", gaps.rows(me.workspaceNumber(), cut(q)));
    model.addAttribute("q", q);
    return "console/gap/one :: rows";
  }

  @PostMapping(ONE + "/row")
  String makeRow(
      @AuthenticationPrincipal SignedIn me, @PathVariable long number, RedirectAttributes after) {
    var row =
        gaps.makeRow(me.workspaceNumber(), by(me), number)
            .orElseThrow(() -> new NotHere("no such gap"));
    after.addFlashAttribute("saved", words.say(me, "gap.made", row));
    return "redirect:/console/gaps/" + number;
  }

  @PostMapping(ONE + "/variants")
  String variants(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable long number,
      @RequestParam String row,
      RedirectAttributes after) {
    var added = gaps.addTo(me.workspaceNumber(), by(me), gap(me, number).id(), row);
    after.addFlashAttribute(
        added.isPresent() ? "saved" : "fault",
        words.say(me, added.isPresent() ? "gap.added" : "gap.row-gone", row));
    return "redirect:/console/gaps/" + number;
  }

  @PostMapping(ONE + "/ignore")
  String ignore(
      @AuthenticationPrincipal SignedIn me, @PathVariable long number, RedirectAttributes after) {
    return changed(me, gaps.ignore(me.workspaceNumber(), number), "gap.ignored", after);
  }

  @PostMapping(ONE + "/reopen")
  String reopen(
      @AuthenticationPrincipal SignedIn me, @PathVariable long number, RedirectAttributes after) {
    return changed(me, gaps.reopen(me.workspaceNumber(), number), "gap.reopened", after);
  }

  private String changed(SignedIn me, boolean there, String said, RedirectAttributes after) {
    if (!there) {
      throw new NotHere("no such gap");
    }
    after.addFlashAttribute("saved", words.say(me, said));
    return "redirect:/console/gaps";
  }

  private void list(SignedIn me, String state, String kind, String q, String order, Model model) {
    var filter =
        new Gap.Filter(
            of(Gap.State.values(), state).orElse(Gap.State.OPEN),
            of(Kind.values(), kind),
            cut(q),
            of(Gap.Order.values(), order).orElse(Gap.Order.COUNT));
    model.addAttribute(
        "gaps",
        gaps.list(me.workspaceNumber(), filter).stream().map(it -> lines.line(me, it)).toList());
    model.addAttribute("open", gaps.open(me.workspaceNumber()));
    model.addAttribute("state", filter.state().name().toLowerCase(Locale.ROOT));
    model.addAttribute(
        "kind", filter.kind().map(it -> it.name().toLowerCase(Locale.ROOT)).orElse(""));
    model.addAttribute("q", q);
    model.addAttribute("order", filter.order().name().toLowerCase(Locale.ROOT));
  }

  private Gap gap(SignedIn me, long number) {
    return gaps.find(me.workspaceNumber(), number).orElseThrow(() -> new NotHere("no such gap"));
  }

  private static Editing.By by(SignedIn me) {
    return new Editing.By(me.memberNumber(), me.name());
  }

  private static <E extends Enum<E>> Optional<E> of(E[] values, String word) {
    return Arrays.stream(values).filter(it -> it.name().equalsIgnoreCase(word)).findFirst();
  }

  private static String cut(String q) {
    return q.substring(0, Math.min(q.length(), LONGEST_SEARCH)).replace("\0", "");
  }
}
