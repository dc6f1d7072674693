package dev.relevo.bot.console.inbox;

import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.console.NotHere;
import dev.relevo.bot.console.Toast;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.conversation.ClosingNote;
import dev.relevo.crm.conversation.Floor;
import dev.relevo.crm.conversation.ThreadState;
import dev.relevo.crm.desk.CrmAction;
import dev.relevo.crm.desk.CrmResult.Effect;
import dev.relevo.crm.team.Member;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.team.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/// What is done to a thread from its head: floor, assignment, opening and closing. Each answers
/// with the head as it is now.
@Controller
@Door(Role.AGENT)
class ThreadActsController {

  private final Acts acts;
  private final Talks talks;
  private final Floor floor;
  private final Members members;

  ThreadActsController(Acts acts, Talks talks, Floor floor, Members members) {
    this.acts = acts;
    this.talks = talks;
    this.floor = floor;
    this.members = members;
  }

  @PostMapping("/console/inbox/{contact}/take")
  String take(
      @AuthenticationPrincipal SignedIn me,
      Contact contact,
      @RequestParam String request,
      Model model,
      HttpServletResponse response) {
    var effect = acts.act(me, contact, request, new CrmAction.TakeOver());
    var toast = acts.toast(me, effect, "toast.taken");
    return head(me, contact, undone(effect, toast, contact, "give"), model, response);
  }

  @PostMapping("/console/inbox/{contact}/give")
  String give(
      @AuthenticationPrincipal SignedIn me,
      Contact contact,
      @RequestParam String request,
      Model model,
      HttpServletResponse response) {
    var effect = acts.act(me, contact, request, new CrmAction.ResumeBot());
    var toast = acts.toast(me, effect, "toast.given");
    return head(me, contact, undone(effect, toast, contact, "take"), model, response);
  }

  @PostMapping("/console/inbox/{contact}/assign")
  String assign(
      @AuthenticationPrincipal SignedIn me,
      Contact contact,
      @RequestParam long member,
      @RequestParam String request,
      Model model,
      HttpServletResponse response) {
    var to = colleague(me, member);
    var before = assignee(contact);
    var effect = acts.act(me, contact, request, new CrmAction.Assign(to.id()));
    var toast = acts.toast(me, effect, "toast.assigned", to.name());
    return head(me, contact, backTo(effect, toast, contact, before), model, response);
  }

  @PostMapping("/console/inbox/{contact}/unassign")
  String unassign(
      @AuthenticationPrincipal SignedIn me,
      Contact contact,
      @RequestParam String request,
      Model model,
      HttpServletResponse response) {
    var before = assignee(contact);
    var effect = acts.act(me, contact, request, new CrmAction.Unassign());
    var toast = acts.toast(me, effect, "toast.unassigned");
    return head(me, contact, backTo(effect, toast, contact, before), model, response);
  }

  @PostMapping("/console/inbox/{contact}/close")
  String close(
      @AuthenticationPrincipal SignedIn me,
      Contact contact,
      @RequestParam(defaultValue = "") String category,
      @RequestParam(defaultValue = "") String summary,
      @RequestParam String request,
      Model model,
      HttpServletResponse response) {
    var note = new ClosingNote(cut(category, 128), cut(summary, 512));
    var effect = acts.act(me, contact, request, new CrmAction.CloseConversation(note));
    var toast = acts.toast(me, effect, "toast.closed");
    return head(me, contact, undone(effect, toast, contact, "open"), model, response);
  }

  @PostMapping("/console/inbox/{contact}/open")
  String open(
      @AuthenticationPrincipal SignedIn me,
      Contact contact,
      @RequestParam String request,
      Model model,
      HttpServletResponse response) {
    var effect = acts.act(me, contact, request, new CrmAction.OpenConversation());
    return head(me, contact, acts.toast(me, effect, "toast.opened"), model, response);
  }

  @PostMapping("/console/inbox/{contact}/read")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void read(@AuthenticationPrincipal SignedIn me, Contact contact, @RequestParam String request) {
    acts.act(me, contact, request, new CrmAction.MarkRead());
  }

  private String head(
      SignedIn me, Contact contact, Toast toast, Model model, HttpServletResponse response) {
    toast.with(response);
    model.addAttribute("head", talks.head(me, contact));
    return "console/inbox/head :: head";
  }

  private static Toast undone(Effect effect, Toast toast, Contact contact, String by) {
    return effect instanceof Effect.Done ? toast.undoneBy(path(contact, by), Map.of()) : toast;
  }

  private static Toast backTo(
      Effect effect, Toast toast, Contact contact, Optional<MemberId> before) {
    if (!(effect instanceof Effect.Done)) {
      return toast;
    }
    return before
        .map(it ->
            toast.undoneBy(path(contact, "assign"), Map.of("member", Long.toString(it.value()))))
        .orElseGet(() -> toast.undoneBy(path(contact, "unassign"), Map.of()));
  }

  private static String path(Contact contact, String act) {
    return "/console/inbox/" + contact.id().value() + "/" + act;
  }

  private Member colleague(SignedIn me, long number) {
    return Optional.of(number)
        .filter(it -> it > 0)
        .flatMap(it -> members.find(me.workspace(), new MemberId(it)))
        .filter(Member::active)
        .orElseThrow(() -> new NotHere("no such member"));
  }

  private Optional<MemberId> assignee(Contact contact) {
    return floor.read(contact.id()).flatMap(ThreadState::assignee);
  }

  private static String cut(String text, int longest) {
    var stripped = text.strip();
    return stripped.length() <= longest ? stripped : stripped.substring(0, longest);
  }
}
