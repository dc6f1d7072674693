package dev.relevo.bot.console.model;

import dev.relevo.bot.access.Audited;
import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.audit.Act;
import dev.relevo.bot.console.Words;
import dev.relevo.bot.llm.Connections;
import dev.relevo.bot.llm.Connections.Probe;
import dev.relevo.bot.llm.Connections.Saved;
import dev.relevo.bot.llm.Entered;
import dev.relevo.crm.team.Role;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The workspace's connection to a language model. Keys and headers go in and never come out again.
@Controller
@Door(Role.MANAGER)
class ModelController {

  private static final String PAGE = "console/model/page";
  private static final String BACK = "redirect:/console/assistants/model";

  private final Connections connections;
  private final Words words;

  ModelController(Connections connections, Words words) {
    this.connections = connections;
    this.words = words;
  }

  @GetMapping("/console/assistants/model")
  String page(@AuthenticationPrincipal SignedIn me, Model model) {
    var state = connections.state(me.workspace());
    return page(state, ModelForm.of(state), model);
  }

  @PostMapping("/console/assistants/model")
  @Audited(
      value = Act.MODEL_CONNECTED,
      with = {"address", "name"})
  @Door(Role.OWNER)
  String save(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam MultiValueMap<String, String> fields,
      Model model,
      RedirectAttributes after) {
    var entered = entered(fields);
    return switch (connections.save(me.workspace(), entered, me.member())) {
      case Saved.Done _ -> {
        after.addFlashAttribute("saved", words.say(me, "model.saved"));
        yield BACK;
      }
      case Saved.Wrong(var mistakes) -> {
        model.addAttribute("fault", words.say(me, "model.unsaved"));
        var state = connections.state(me.workspace());
        yield page(state, ModelForm.wrong(entered, mistakes), model);
      }
    };
  }

  /// Asks the model for one word.
  @PostMapping("/console/assistants/model/probe")
  String probe(@AuthenticationPrincipal SignedIn me, RedirectAttributes after) {
    switch (connections.probe(me.workspace())) {
      case Probe.Works(var name, var took) ->
          after.addFlashAttribute(
              "saved",
              words.say(
                  me,
                  "model.works",
                  name,
                  String.format(me.language().locale(), "%.1f", took.toMillis() / 1_000.0)));
      case Probe.Fails(var trouble, var host, var name) ->
          after.addFlashAttribute(
              "fault", capital(words.say(me, trouble.key(), host(me, host), name)));
    }
    return BACK;
  }

  @PostMapping("/console/assistants/model/remove")
  @Audited(Act.MODEL_DISCONNECTED)
  @Door(Role.OWNER)
  String remove(@AuthenticationPrincipal SignedIn me, RedirectAttributes after) {
    connections.remove(me.workspace(), me.member());
    after.addFlashAttribute("saved", words.say(me, "model.removed"));
    return BACK;
  }

  /// Where an operator's model lies is nobody's business here.
  private String host(SignedIn me, String host) {
    return host.isEmpty() ? words.say(me, "model.the-host") : host;
  }

  private static String capital(String sentence) {
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  private static String page(Connections.State state, ModelForm form, Model model) {
    model.addAttribute("state", state);
    model.addAttribute("form", form);
    return PAGE;
  }

  private static Entered entered(MultiValueMap<String, String> fields) {
    return new Entered(
        text(fields, "address").strip(),
        text(fields, "name"),
        text(fields, "key"),
        text(fields, "headers"),
        text(fields, "prices"));
  }

  private static String text(MultiValueMap<String, String> fields, String name) {
    return Optional.ofNullable(fields.getFirst(name)).orElse("");
  }
}
