package dev.relevo.bot.console.assistant;

import dev.relevo.bot.access.Audited;
import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.assistant.Assistant;
import dev.relevo.bot.assistant.AssistantId;
import dev.relevo.bot.assistant.Assistants;
import dev.relevo.bot.assistant.Assistants.Saved;
import dev.relevo.bot.assistant.Engine;
import dev.relevo.bot.audit.Act;
import dev.relevo.bot.channel.Channels;
import dev.relevo.bot.console.MonthLine;
import dev.relevo.bot.console.NotHere;
import dev.relevo.bot.console.Words;
import dev.relevo.bot.spend.Budgets;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.contact.Field;
import dev.relevo.crm.team.Role;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Who answers on which channels: the list of assistants, and a page for each.
@Controller
@Door(Role.MANAGER)
class AssistantsController {

  private static final String LIST = "redirect:/console/assistants";

  private final Assistants assistants;
  private final Channels channels;
  private final Contacts contacts;
  private final Budgets budgets;
  private final Words words;

  AssistantsController(
      Assistants assistants, Channels channels, Contacts contacts, Budgets budgets, Words words) {
    this.assistants = assistants;
    this.channels = channels;
    this.contacts = contacts;
    this.budgets = budgets;
    this.words = words;
  }

  /// A channel to be chosen.
  record At(String id, String type) {}

  /// A contact's field to be chosen.
  record Capture(String slug, String name) {}

  @GetMapping("/console/assistants")
  String list(@AuthenticationPrincipal SignedIn me, Model model) {
    var all = assistants.all(me.workspace());
    model.addAttribute(
        "assistants",
        (all.isEmpty() ? List.of(Assistant.plain(me.workspace())) : all)
            .stream().map(AssistantView::new).toList());
    model.addAttribute("month", MonthLine.of(me, budgets.month(me.workspace())));
    return "console/assistant/list";
  }

  @GetMapping("/console/assistants/new")
  String blank(@AuthenticationPrincipal SignedIn me, Model model) {
    return page(me, Assistant.plain(me.workspace()), model);
  }

  @GetMapping("/console/assistants/{id:[0-9]{1,18}}")
  String one(@AuthenticationPrincipal SignedIn me, @PathVariable long id, Model model) {
    return page(me, find(me, id), model);
  }

  @PostMapping("/console/assistants/{id:[0-9]{1,18}}")
  @Audited(value = Act.ASSISTANT_CHANGED, with = "name")
  String save(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable long id,
      @RequestParam MultiValueMap<String, String> fields,
      Model model,
      RedirectAttributes after) {
    Assistant wished;
    try {
      wished = new AssistantForm(fields).read(me.workspace(), new AssistantId(id));
    } catch (AssistantForm.Unreadable e) {
      var field = words.sayOr(me, "assistant." + e.field(), e.field());
      model.addAttribute("fault", words.say(me, "settings.unreadable", field));
      return page(me, id == 0 ? Assistant.plain(me.workspace()) : find(me, id), model);
    }
    return switch (assistants.save(wished, me.member())) {
      case Saved.Done _ -> {
        after.addFlashAttribute("saved", words.say(me, "settings.saved"));
        yield LIST;
      }
      case Saved.ChannelTaken _ -> {
        model.addAttribute("fault", words.say(me, "assistant.taken"));
        yield page(me, wished, model);
      }
      case Saved.Gone _ -> throw new NotHere("no such assistant");
    };
  }

  @PostMapping("/console/assistants/{id:[0-9]{1,18}}/retire")
  @Audited(Act.ASSISTANT_RETIRED)
  String retire(
      @AuthenticationPrincipal SignedIn me, @PathVariable long id, RedirectAttributes after) {
    var retired = assistants.retire(me.workspace(), new AssistantId(id), me.member());
    if (!(retired instanceof Saved.Done)) {
      throw new NotHere("no such assistant");
    }
    after.addFlashAttribute("saved", words.say(me, "assistant.retired"));
    return LIST;
  }

  private Assistant find(SignedIn me, long id) {
    return assistants
        .find(me.workspace(), new AssistantId(id))
        .orElseThrow(() -> new NotHere("no such assistant"));
  }

  private String page(SignedIn me, Assistant assistant, Model model) {
    model.addAttribute("it", new AssistantView(assistant));
    model.addAttribute("engines", Arrays.stream(Engine.values()).map(Engine::name).toList());
    model.addAttribute("channels", channels(me));
    model.addAttribute("captures", captures(me));
    return "console/assistant/page";
  }

  private List<At> channels(SignedIn me) {
    return channels.all().stream()
        .filter(it -> it.workspace().equals(me.workspace()))
        .map(it -> new At(it.id().value(), words.sayOr(me, "channel." + it.type(), it.type())))
        .toList();
  }

  private List<Capture> captures(SignedIn me) {
    return Stream.concat(
            Stream.of("name", "email", "phone")
                .map(it -> new Capture(it, words.say(me, "assistant.field." + it))),
            contacts.fields(me.workspace()).stream().map(AssistantsController::capture))
        .toList();
  }

  private static Capture capture(Field field) {
    return new Capture(field.slug(), field.name());
  }
}
