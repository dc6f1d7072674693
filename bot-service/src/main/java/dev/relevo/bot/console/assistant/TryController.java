package dev.relevo.bot.console.assistant;

import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.assistant.Assistant;
import dev.relevo.bot.assistant.AssistantId;
import dev.relevo.bot.assistant.Assistants;
import dev.relevo.bot.console.NotHere;
import dev.relevo.bot.console.Trying;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Workspaces;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What an assistant, as it was saved, would say to a question. Nothing is sent; a model that is
/// asked costs what it costs.
@Controller
@Door(Role.MANAGER)
class TryController {

  private final Assistants assistants;
  private final Workspaces workspaces;
  private final Trying trying;

  TryController(Assistants assistants, Workspaces workspaces, Trying trying) {
    this.assistants = assistants;
    this.workspaces = workspaces;
    this.trying = trying;
  }

  @PostMapping("/console/assistants/{id:[0-9]{1,18}}/try")
  String tryOut(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String question,
      @RequestParam(defaultValue = "") String language,
      Model model) {
    var assistant = find(me, id);
    var spoken = Language.of(language).orElse(workspaces.find(me.workspace()).language());
    Trying.text(question)
        .ifPresent(it -> model.addAttribute("tried", trying.question(me, assistant, it, spoken)));
    return "console/assistant/try :: tried";
  }

  /// 0: the one there is before anybody made one.
  private Assistant find(SignedIn me, long id) {
    return id == 0
        ? Assistant.plain(me.workspace())
        : assistants
            .find(me.workspace(), new AssistantId(id))
            .orElseThrow(() -> new NotHere("no such assistant"));
  }
}
