package dev.relevo.bot.console.dialogflow;

import dev.relevo.bot.access.Audited;
import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.assistant.AssistantId;
import dev.relevo.bot.assistant.Assistants;
import dev.relevo.bot.audit.Act;
import dev.relevo.bot.console.FormFile;
import dev.relevo.bot.console.NotHere;
import dev.relevo.bot.console.Words;
import dev.relevo.bot.dialogflow.AgentConnections;
import dev.relevo.bot.dialogflow.AgentConnections.Saved;
import dev.relevo.bot.dialogflow.AgentConnections.Wish;
import dev.relevo.bot.dialogflow.Dialogs;
import dev.relevo.bot.dialogflow.Dialogs.Probed;
import dev.relevo.crm.team.Role;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Connecting an agent of Dialogflow CX: one for all assistants, and one of its own for any. The
/// service account's key goes in and never comes out again.
@Controller
@Door(Role.MANAGER)
class AgentController {

  private static final String PAGE = "console/dialogflow/page";
  private static final String BACK = "redirect:/console/assistants/dialogflow";

  private final AgentConnections connections;
  private final Dialogs dialogs;
  private final Assistants assistants;
  private final Words words;

  AgentController(
      AgentConnections connections, Dialogs dialogs, Assistants assistants, Words words) {
    this.connections = connections;
    this.dialogs = dialogs;
    this.assistants = assistants;
    this.words = words;
  }

  /// An assistant to choose; 0: all without an agent of their own.
  record Whose(long id, String name) {}

  @GetMapping("/console/assistants/dialogflow")
  String page(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "0") long assistant,
      Model model) {
    var form =
        connections
            .state(me.workspace(), whose(me, assistant), me.language())
            .map(AgentForm::of)
            .orElse(AgentForm.EMPTY);
    return page(me, assistant, form, model);
  }

  /// @param key the service account's key file; left out, the one that is kept
  @PostMapping("/console/assistants/dialogflow")
  @Audited(value = Act.AGENT_CONNECTED, with = "assistant")
  @Door(Role.OWNER)
  String save(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "0") long assistant,
      @RequestParam MultiValueMap<String, String> fields,
      @RequestParam(required = false) @Nullable MultipartFile key,
      Model model,
      RedirectAttributes after)
      throws IOException {
    var form = form(fields);
    var mistakes = form.mistakes();
    if (!mistakes.isEmpty()) {
      model.addAttribute("fault", words.say(me, "agent.unsaved"));
      model.addAttribute("mistakes", mistakes);
      return page(me, assistant, form, model);
    }
    var wish =
        new Wish(
            whose(me, assistant),
            form.name(),
            Optional.of(form.language()).filter(it -> !it.isEmpty()),
            text(key));
    return switch (connections.save(me.workspace(), wish, me.member(), me.language())) {
      case Saved.Done _ -> {
        after.addFlashAttribute("saved", words.say(me, "agent.saved"));
        yield back(assistant);
      }
      case Saved.Refused(var sentence) -> {
        model.addAttribute("fault", sentence);
        yield page(me, assistant, form, model);
      }
    };
  }

  /// Says hello to the agent, in a session that is thrown away.
  @PostMapping("/console/assistants/dialogflow/probe")
  String probe(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "0") long assistant,
      RedirectAttributes after) {
    var whose = whose(me, assistant).orElse(AssistantId.NONE);
    switch (dialogs.probe(me.workspace(), whose, me.language())) {
      case Probed.Works _ -> after.addFlashAttribute("saved", words.say(me, "agent.works"));
      case Probed.Fails(var sentence) -> after.addFlashAttribute("fault", sentence);
    }
    return back(assistant);
  }

  @PostMapping("/console/assistants/dialogflow/remove")
  @Audited(value = Act.AGENT_DISCONNECTED, with = "assistant")
  @Door(Role.OWNER)
  String remove(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "0") long assistant,
      RedirectAttributes after) {
    if (connections.remove(me.workspace(), whose(me, assistant), me.member())) {
      after.addFlashAttribute("saved", words.say(me, "agent.removed"));
    }
    return back(assistant);
  }

  private Optional<AssistantId> whose(SignedIn me, long assistant) {
    if (assistant == 0) {
      return Optional.empty();
    }
    var id = new AssistantId(assistant);
    if (assistants.find(me.workspace(), id).isEmpty()) {
      throw new NotHere("no such assistant");
    }
    return Optional.of(id);
  }

  private String page(SignedIn me, long assistant, AgentForm form, Model model) {
    connections
        .state(me.workspace(), whose(me, assistant), me.language())
        .ifPresent(it -> model.addAttribute("state", it));
    model.addAttribute("form", form);
    model.addAttribute("whose", assistant);
    model.addAttribute(
        "assistants",
        assistants.all(me.workspace()).stream()
            .map(it -> new Whose(it.id().value(), it.name()))
            .toList());
    if (!model.containsAttribute("mistakes")) {
      model.addAttribute("mistakes", List.<String>of());
    }
    return PAGE;
  }

  private static String back(long assistant) {
    return assistant == 0 ? BACK : BACK + "?assistant=" + assistant;
  }

  private static AgentForm form(MultiValueMap<String, String> fields) {
    return new AgentForm(
        text(fields, "project"),
        text(fields, "location"),
        text(fields, "agent"),
        text(fields, "environment"),
        text(fields, "language"));
  }

  private static String text(MultiValueMap<String, String> fields, String name) {
    return Optional.ofNullable(fields.getFirst(name)).orElse("").strip();
  }

  private static Optional<String> text(@Nullable MultipartFile key) throws IOException {
    return key == null || key.isEmpty() ? Optional.empty() : Optional.of(FormFile.text(key));
  }
}
