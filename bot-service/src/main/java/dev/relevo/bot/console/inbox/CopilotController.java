package dev.relevo.bot.console.inbox;

import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.console.Toast;
import dev.relevo.bot.console.Words;
import dev.relevo.bot.copilot.Copilot;
import dev.relevo.bot.copilot.Help;
import dev.relevo.bot.copilot.Rewriting;
import dev.relevo.bot.copilot.Why;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.team.Role;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Help with writing: what comes is text for the page's own field, for the member to change and
/// send; nothing here sends.
@Controller
@Door(Role.AGENT)
class CopilotController {

  private final Copilot copilot;
  private final Words words;

  CopilotController(Copilot copilot, Words words) {
    this.copilot = copilot;
    this.words = words;
  }

  /// A source of a draft.
  ///
  /// @param link a page to open; empty text for none
  record Source(String name, String link) {}

  @PostMapping("/console/inbox/{contact}/copilot/draft")
  String draft(
      @AuthenticationPrincipal SignedIn me,
      Contact contact,
      Model model,
      HttpServletResponse response) {
    return shown(me, "draft", copilot.draft(contact), model, response);
  }

  @PostMapping("/console/inbox/{contact}/copilot/rewrite")
  String rewrite(
      @AuthenticationPrincipal SignedIn me,
      Contact contact,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "SPELLING") Rewriting.Way way,
      @RequestParam(defaultValue = "") String own,
      Model model,
      HttpServletResponse response) {
    var wish = way == Rewriting.Way.OWN ? own.strip() : "";
    var tooLong =
        text.length() > WritingController.LONGEST_REPLY || wish.length() > Rewriting.LONGEST_WISH;
    var help =
        tooLong
            ? new Help.None(Why.TOO_LONG)
            : copilot.rewrite(contact, text.strip(), new Rewriting(way, wish));
    return shown(me, "rewrite", help, model, response);
  }

  @PostMapping("/console/inbox/{contact}/copilot/summary")
  String summary(
      @AuthenticationPrincipal SignedIn me,
      Contact contact,
      Model model,
      HttpServletResponse response) {
    return shown(me, "summary", copilot.summary(contact), model, response);
  }

  private String shown(
      SignedIn me, String kind, Help help, Model model, HttpServletResponse response) {
    return switch (help) {
      case Help.Written(var text, var sources) -> {
        model.addAttribute("kind", kind);
        model.addAttribute("text", text);
        model.addAttribute(
            "sources",
            sources.stream()
                .map(it -> new Source(name(it.row().orElse(""), it.title()), page(it.link())))
                .toList());
        yield "console/inbox/copilot :: written";
      }
      case Help.None(var why) -> {
        Toast.refused(words.say(me, why.key())).with(response);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield "console/empty";
      }
    };
  }

  private static String name(String row, String title) {
    return row.isEmpty() || title.isEmpty() ? row + title : row + " · " + title;
  }

  /// Only what lies on the web can be opened.
  private static String page(String link) {
    return link.startsWith("https://") || link.startsWith("http://") ? link : "";
  }
}
