package dev.relevo.bot.console.inbox;

import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.console.NotHere;
import dev.relevo.bot.console.Toast;
import dev.relevo.bot.console.Words;
import dev.relevo.bot.outbox.Outbox;
import dev.relevo.crm.contact.Address;
import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.desk.CrmAction;
import dev.relevo.crm.desk.CrmResult.Effect;
import dev.relevo.crm.team.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// What members write: replies to the customer, notes to each other; and sending again what failed.
@Controller
@Door(Role.AGENT)
class WritingController {

  static final int LONGEST_REPLY = 4_096;
  static final int LONGEST_NOTE = 4_000;
  private static final String SLICE = "console/inbox/items :: slice";

  private final Replies replies;
  private final Acts acts;
  private final Talks talks;
  private final Outbox outbox;
  private final Conversations conversations;
  private final Words words;

  /// What the page's form sends.
  record Written(
      @Nullable String text,
      @Nullable MultipartFile file,
      @Nullable Long via,
      @Nullable String request) {

    String words() {
      return text == null ? "" : text.strip();
    }

    Optional<MultipartFile> enclosed() {
      return Optional.ofNullable(file).filter(it -> !it.isEmpty());
    }

    String id() {
      return request == null ? "" : request;
    }
  }

  WritingController(
      Replies replies,
      Acts acts,
      Talks talks,
      Outbox outbox,
      Conversations conversations,
      Words words) {
    this.replies = replies;
    this.acts = acts;
    this.talks = talks;
    this.outbox = outbox;
    this.conversations = conversations;
    this.words = words;
  }

  /// Words, a file, or both.
  @PostMapping("/console/inbox/{contact}/reply")
  String reply(
      @AuthenticationPrincipal SignedIn me,
      Contact contact,
      @ModelAttribute Written written,
      Model model,
      HttpServletResponse response) {
    var empty = written.words().isEmpty() && written.enclosed().isEmpty();
    if (empty || written.words().length() > LONGEST_REPLY) {
      return refuse(me, "reply.length", LONGEST_REPLY, response);
    }
    var via = Optional.ofNullable(written.via()).map(it -> address(contact, it));
    var reply = new Replies.Reply(written.words(), written.enclosed(), via);
    try {
      var posted = replies.post(me, contact, reply, Acts.id(me, written.id()));
      model.addAttribute("slice", Talks.Slice.of(talks.shown(me, posted)));
      return SLICE;
    } catch (CannotBeEnclosed refused) {
      return refuse(me, "file.not-carried", refused.name(), response);
    }
  }

  @PostMapping("/console/inbox/{contact}/note")
  String note(
      @AuthenticationPrincipal SignedIn me,
      Contact contact,
      @RequestParam String text,
      @RequestParam String request,
      Model model,
      HttpServletResponse response) {
    var words = text.strip();
    if (words.isEmpty() || words.length() > LONGEST_NOTE) {
      return refuse(me, "note.length", LONGEST_NOTE, response);
    }
    var effect = acts.act(me, contact, request, new CrmAction.AddComment(words));
    if (effect instanceof Effect.Refused it) {
      Toast.refused(it.why()).with(response);
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return "console/empty";
    }
    var newest = conversations.comments(contact.id(), Long.MAX_VALUE, 5);
    var own =
        newest.stream()
            .filter(it -> it.body().equals(words))
            .map(it -> talks.shown(me, it))
            .toList();
    model.addAttribute("slice", Talks.Slice.of(own.isEmpty() ? List.of() : List.of(own.getLast())));
    return SLICE;
  }

  @PostMapping("/console/inbox/{contact}/resend/{message}")
  String resend(
      @AuthenticationPrincipal SignedIn me,
      Contact contact,
      @PathVariable long message,
      Model model,
      HttpServletResponse response) {
    var found =
        conversations
            .message(new MessageId(Math.max(1, message)))
            .filter(it -> it.contact().equals(contact.id()))
            .orElseThrow(() -> new NotHere("no such message"));
    var again = outbox.resend(found.id());
    (again
            ? Toast.said(words.say(me, "toast.resent"))
            : Toast.refused(words.say(me, "toast.not-resent")))
        .with(response);
    var now = conversations.message(found.id()).stream().toList();
    model.addAttribute("slice", Talks.Slice.of(talks.shown(me, now)));
    return SLICE;
  }

  private String refuse(SignedIn me, String key, Object detail, HttpServletResponse response) {
    Toast.refused(words.say(me, key, detail)).with(response);
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return "console/empty";
  }

  private static AddressId address(Contact contact, long number) {
    return contact.addresses().stream()
        .map(Address::id)
        .filter(it -> it.value() == number)
        .findFirst()
        .orElseThrow(() -> new NotHere("no such address"));
  }
}
