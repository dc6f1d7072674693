package dev.relevo.bot.console.inbox;

import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.console.NotUnderstood;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.handoff.Inbox;
import dev.relevo.crm.team.Role;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// The inbox's pages: the list, and a thread beside it.
@Controller
@Door(Role.AGENT)
class InboxController {

  private final InboxLists lists;
  private final Inbox inbox;
  private final Talks talks;

  InboxController(InboxLists lists, Inbox inbox, Talks talks) {
    this.lists = lists;
    this.inbox = inbox;
    this.talks = talks;
  }

  @GetMapping("/console")
  String home() {
    return "redirect:/console/inbox";
  }

  @GetMapping("/console/inbox")
  String page(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam Optional<String> box,
      @RequestParam Optional<String> status,
      @RequestParam Optional<String> q,
      Model model) {
    list(me, InboxQuery.of(box, status, q), Optional.empty(), InboxLists.PAGE, model);
    return "console/inbox/page";
  }

  /// The lines alone, with the counts of the rail.
  @GetMapping("/console/inbox/list")
  String lines(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam Optional<String> box,
      @RequestParam Optional<String> status,
      @RequestParam Optional<String> q,
      @RequestParam Optional<String> older,
      @RequestParam(defaultValue = "40") int size,
      Model model) {
    list(me, InboxQuery.of(box, status, q), older.flatMap(InboxController::time), size, model);
    model.addAttribute("counts", inbox.counts(me.workspace(), me.member()));
    return older.isPresent() ? "console/inbox/list :: lines" : "console/inbox/list :: answer";
  }

  @GetMapping("/console/inbox/{contact}")
  String thread(
      @AuthenticationPrincipal SignedIn me,
      Contact contact,
      @RequestParam Optional<String> box,
      @RequestParam Optional<String> status,
      @RequestParam Optional<String> q,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
      Model model) {
    model.addAttribute("talk", talks.open(me, contact));
    var query = InboxQuery.of(box, status, q);
    if (part) {
      model.addAttribute("query", query);
      return "console/inbox/thread :: talk";
    }
    list(me, query, Optional.empty(), InboxLists.PAGE, model);
    return "console/inbox/page";
  }

  @GetMapping("/console/inbox/{contact}/head")
  String head(@AuthenticationPrincipal SignedIn me, Contact contact, Model model) {
    model.addAttribute("head", talks.head(me, contact));
    return "console/inbox/head :: head";
  }

  @GetMapping("/console/inbox/{contact}/compose")
  String compose(@AuthenticationPrincipal SignedIn me, Contact contact, Model model) {
    model.addAttribute("compose", talks.compose(me, contact));
    return "console/inbox/compose :: compose";
  }

  @GetMapping("/console/inbox/{contact}/side")
  String side(@AuthenticationPrincipal SignedIn me, Contact contact, Model model) {
    model.addAttribute("side", talks.side(me, contact));
    return "console/inbox/side :: side";
  }

  @GetMapping("/console/inbox/{contact}/older")
  String older(
      @AuthenticationPrincipal SignedIn me,
      Contact contact,
      @RequestParam String before,
      Model model) {
    var below =
        Stretch.Mark.of(before).orElseThrow(() -> new NotUnderstood("no place in a thread"));
    model.addAttribute("slice", talks.older(me, contact, below));
    return "console/inbox/items :: slice";
  }

  @GetMapping("/console/inbox/{contact}/changes")
  String changes(
      @AuthenticationPrincipal SignedIn me,
      Contact contact,
      @RequestParam long after,
      Model model) {
    model.addAttribute("slice", talks.changes(me, contact, after));
    return "console/inbox/items :: slice";
  }

  private void list(SignedIn me, InboxQuery query, Optional<Instant> older, int size, Model model) {
    model.addAttribute("query", query);
    model.addAttribute("lines", lists.lines(me, query, older, size));
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
