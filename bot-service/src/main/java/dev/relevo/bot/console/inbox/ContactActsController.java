package dev.relevo.bot.console.inbox;

import dev.relevo.bot.access.Audited;
import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.audit.Act;
import dev.relevo.bot.console.NotHere;
import dev.relevo.bot.console.Toast;
import dev.relevo.bot.console.Words;
import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.desk.CrmAction;
import dev.relevo.crm.desk.CrmResult.Effect;
import dev.relevo.crm.team.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What is done to a contact from its pane.
@Controller
@Door(Role.AGENT)
class ContactActsController {

  private static final String SIDE = "console/inbox/side :: side";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Acts acts;
  private final Talks talks;
  private final Contacts contacts;
  private final ContactData data;
  private final Words words;

  ContactActsController(Acts acts, Talks talks, Contacts contacts, ContactData data, Words words) {
    this.acts = acts;
    this.talks = talks;
    this.contacts = contacts;
    this.data = data;
    this.words = words;
  }

  /// Sets one field and answers with its line alone, so that other fields being typed in stay.
  @PostMapping("/console/inbox/{contact}/field/{field}")
  String field(
      @AuthenticationPrincipal SignedIn me,
      Contact contact,
      @PathVariable String field,
      @RequestParam(defaultValue = "") String value,
      @RequestParam String request,
      Model model) {
    var effect = acts.act(me, contact, request, new CrmAction.SetField(field, value.strip()));
    var now = contacts.find(me.workspace(), contact.id()).orElse(contact);
    var line =
        data.of(me, now, contacts.fields(me.workspace())).stream()
            .filter(it -> it.field().equals(field))
            .findFirst()
            .orElseThrow(() -> new NotHere("no such field"));
    model.addAttribute("datum", answered(line, value, effect));
    model.addAttribute("contact", contact.id().value());
    return "console/inbox/side :: datum";
  }

  @PostMapping("/console/inbox/{contact}/tag")
  String tag(
      @AuthenticationPrincipal SignedIn me,
      Contact contact,
      @RequestParam String tag,
      @RequestParam String request,
      Model model,
      HttpServletResponse response) {
    if (tag.isBlank()) {
      return side(me, contact, model);
    }
    var effect = acts.act(me, contact, request, new CrmAction.AddTags(List.of(tag.strip())));
    acts.toast(me, effect, "toast.tagged", tag.strip()).with(response);
    return side(me, contact, model);
  }

  @PostMapping("/console/inbox/{contact}/untag")
  String untag(
      @AuthenticationPrincipal SignedIn me,
      Contact contact,
      @RequestParam String tag,
      @RequestParam String request,
      Model model,
      HttpServletResponse response) {
    var effect = acts.act(me, contact, request, new CrmAction.RemoveTags(List.of(tag)));
    var toast = acts.toast(me, effect, "toast.untagged", tag);
    (effect instanceof Effect.Done
            ? toast.undoneBy(path(contact) + "/tag", Map.of("tag", tag, "target", "#side"))
            : toast)
        .with(response);
    return side(me, contact, model);
  }

  @PostMapping("/console/inbox/{contact}/subscribe")
  String subscribe(
      @AuthenticationPrincipal SignedIn me,
      Contact contact,
      @RequestParam boolean on,
      @RequestParam String request,
      Model model,
      HttpServletResponse response) {
    var effect = acts.act(me, contact, request, new CrmAction.Subscribe(on));
    acts.toast(me, effect, on ? "toast.subscribed" : "toast.unsubscribed").with(response);
    return side(me, contact, model);
  }

  @PostMapping("/console/inbox/{contact}/block")
  String block(
      @AuthenticationPrincipal SignedIn me,
      Contact contact,
      @RequestParam boolean on,
      @RequestParam String request,
      Model model,
      HttpServletResponse response) {
    var effect = acts.act(me, contact, request, new CrmAction.Block(on));
    acts.toast(me, effect, on ? "toast.blocked" : "toast.unblocked").with(response);
    return side(me, contact, model);
  }

  /// The address gets a contact of its own; what was said there stays here.
  @PostMapping("/console/inbox/{contact}/separate")
  @Door(Role.MANAGER)
  String separate(
      @AuthenticationPrincipal SignedIn me,
      Contact contact,
      @RequestParam long address,
      @RequestParam String request,
      Model model,
      HttpServletResponse response) {
    var action = new CrmAction.Separate(new AddressId(Math.max(1, address)));
    acts.toast(me, acts.act(me, contact, request, action), "toast.separated").with(response);
    return side(me, contact, model);
  }

  @GetMapping("/console/inbox/{contact}/export")
  @Audited(Act.CONTACT_EXPORTED)
  @Door(Role.MANAGER)
  ResponseEntity<byte[]> export(@AuthenticationPrincipal SignedIn me, Contact contact) {
    var json = JSON.writeValueAsBytes(contacts.export(me.workspace(), contact.id()));
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"contact-%d.json\"".formatted(contact.id().value()))
        .contentType(MediaType.APPLICATION_JSON)
        .body(json);
  }

  /// Erases for good; the contact's name must be typed.
  @PostMapping("/console/inbox/{contact}/erase")
  @Audited(Act.CONTACT_ERASED)
  @Door(Role.MANAGER)
  String erase(
      @AuthenticationPrincipal SignedIn me,
      Contact contact,
      @RequestParam(defaultValue = "") String name,
      Model model,
      HttpServletResponse response) {
    if (!name.strip().equals(words.called(me, contact).title().strip())) {
      var mismatch = words.say(me, "erase.mismatch");
      Toast.refused(mismatch).with(response);
      model.addAttribute("fault", mismatch);
      return side(me, contact, model);
    }
    contacts.erase(me.workspace(), contact.id());
    response.setHeader("HX-Redirect", "/console/inbox?erased");
    return "console/empty";
  }

  private String side(SignedIn me, Contact contact, Model model) {
    var now = contacts.find(me.workspace(), contact.id()).orElse(contact);
    model.addAttribute("side", talks.side(me, now));
    return SIDE;
  }

  private static Talk.Datum answered(Talk.Datum line, String typed, Effect effect) {
    return switch (effect) {
      case Effect.Refused it ->
          new Talk.Datum(
              line.field(), line.label(), line.type(), typed, line.choices(), it.why(), false);
      case Effect.Done _ ->
          new Talk.Datum(
              line.field(), line.label(), line.type(), line.value(), line.choices(), "", true);
      case Effect.Unchanged _ -> line;
    };
  }

  private static String path(Contact contact) {
    return "/console/inbox/" + contact.id().value();
  }
}
