package dev.relevo.bot.console.gap;

import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.console.NotHere;
import dev.relevo.bot.console.NotUnderstood;
import dev.relevo.bot.console.Words;
import dev.relevo.bot.hindsight.Suggestions;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.team.Role;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// From a customer's message to the gap it lies in: agents suggest, who curates the matrix goes on
/// from there.
@Controller
@Door(Role.AGENT)
class SuggestController {

  private static final int LONGEST = 2_000;

  private final Suggestions suggestions;
  private final Words words;

  SuggestController(Suggestions suggestions, Words words) {
    this.suggestions = suggestions;
    this.words = words;
  }

  @GetMapping("/console/gaps/suggest/{message}")
  String page(@AuthenticationPrincipal SignedIn me, @PathVariable long message, Model model) {
    var pointed =
        suggestions
            .look(me.workspace(), id(message))
            .orElseThrow(() -> new NotHere("no such question"));
    model.addAttribute("message", message);
    model.addAttribute("contact", pointed.contact().value());
    model.addAttribute("question", pointed.text());
    model.addAttribute("answer", pointed.answered());
    return "console/gap/suggest";
  }

  @PostMapping("/console/gaps/suggest/{message}")
  String suggest(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable long message,
      @RequestParam(defaultValue = "") String answer,
      RedirectAttributes after) {
    if (answer.length() > LONGEST) {
      throw new NotUnderstood("a suggestion has at most 2,000 characters");
    }
    var gap =
        suggestions
            .suggest(me.workspace(), id(message), me.name(), answer.replace("\0", "").strip())
            .orElseThrow(() -> new NotHere("no such question"));
    after.addFlashAttribute("saved", words.say(me, "gap.suggested"));
    return me.may(Role.MANAGER)
        ? "redirect:/console/gaps/" + gap
        : "redirect:/console/gaps/suggest/" + message;
  }

  private static MessageId id(long message) {
    if (message <= 0) {
      throw new NotHere("no such question");
    }
    return new MessageId(message);
  }
}
