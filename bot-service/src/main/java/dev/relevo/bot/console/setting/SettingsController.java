package dev.relevo.bot.console.setting;

import dev.relevo.bot.access.Audited;
import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.audit.Act;
import dev.relevo.bot.console.NotHere;
import dev.relevo.bot.console.Words;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Wording;
import dev.relevo.crm.workspace.Workspace;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The workspace's settings, section by section.
@Controller
@Door(Role.MANAGER)
class SettingsController {

  private static final List<String> ZONES =
      ZoneId.getAvailableZoneIds().stream()
          .filter(it -> it.matches("(America|Europe|Africa|Asia|Atlantic|Pacific|Australia)/.+"))
          .sorted()
          .toList();

  private final Workspaces workspaces;
  private final SendingState sending;
  private final Words words;

  SettingsController(Workspaces workspaces, SendingState sending, Words words) {
    this.workspaces = workspaces;
    this.sending = sending;
    this.words = words;
  }

  /// A text the product says.
  ///
  /// @param own what replaces the shipped text; empty when nothing does
  record Text(String wording, String label, String own, String shipped, int longest) {}

  @GetMapping("/console/settings")
  String page(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String texts,
      Model model) {
    var workspace = workspaces.find(me.workspace());
    var language = Language.of(texts).orElse(workspace.language());
    model.addAttribute("workspace", workspace);
    model.addAttribute("zone", workspace.zone().getId());
    model.addAttribute("zones", ZONES);
    model.addAttribute("spoken", workspace.language().code());
    model.addAttribute(
        "resumeAfter", workspace.switches().resumeAfter().map(Duration::toMinutes).orElse(0L));
    model.addAttribute("remindAfter", workspace.remindAfter().toMinutes());
    model.addAttribute("keepDays", workspace.keepConversations().map(Duration::toDays).orElse(0L));
    model.addAttribute("textsOf", language.code());
    model.addAttribute("texts", texts(me, workspace, language));
    model.addAttribute("channels", sending.channels(me));
    model.addAttribute("dead", sending.dead(me));
    return "console/setting/page";
  }

  @PostMapping("/console/settings/general")
  @Audited(value = Act.SETTINGS_CHANGED, part = "general")
  String general(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam Map<String, String> fields,
      RedirectAttributes after) {
    return save(me, fields, SettingsForm::general, after, "");
  }

  @PostMapping("/console/settings/floor")
  @Audited(value = Act.SETTINGS_CHANGED, part = "floor")
  String floor(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam Map<String, String> fields,
      RedirectAttributes after) {
    return save(me, fields, SettingsForm::floor, after, "#floor");
  }

  @PostMapping("/console/settings/guards")
  @Audited(value = Act.SETTINGS_CHANGED, part = "guards")
  String guards(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam Map<String, String> fields,
      RedirectAttributes after) {
    return save(me, fields, SettingsForm::guards, after, "#guards");
  }

  @PostMapping("/console/settings/curation")
  @Audited(value = Act.SETTINGS_CHANGED, part = "curation")
  String curation(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam Map<String, String> fields,
      RedirectAttributes after) {
    return save(me, fields, SettingsForm::curation, after, "#curation");
  }

  @PostMapping("/console/settings/help")
  @Audited(value = Act.SETTINGS_CHANGED, part = "help")
  String help(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam Map<String, String> fields,
      RedirectAttributes after) {
    return save(me, fields, SettingsForm::help, after, "#help-agents");
  }

  @PostMapping("/console/settings/texts/{language}")
  @Audited(value = Act.SETTINGS_CHANGED, part = "texts")
  String texts(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String language,
      @RequestParam Map<String, String> fields,
      RedirectAttributes after) {
    var of = Language.of(language).orElseThrow(() -> new NotHere("no such language"));
    return save(me, fields, it -> it.texts(of), after, "?texts=" + of.code() + "#texts");
  }

  @PostMapping("/console/settings/channels/{channel}/resume")
  @Audited(Act.CHANNEL_RESUMED)
  String resume(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable String channel,
      RedirectAttributes after) {
    sending.resume(me, channel);
    after.addFlashAttribute("saved", words.say(me, "settings.channel.resumed"));
    return "redirect:/console/settings#channels";
  }

  @PostMapping("/console/settings/dead/{message}/resend")
  String resend(
      @AuthenticationPrincipal SignedIn me, @PathVariable long message, RedirectAttributes after) {
    var again = sending.resend(me, message);
    after.addFlashAttribute(
        again ? "saved" : "fault", words.say(me, again ? "toast.resent" : "toast.not-resent"));
    return "redirect:/console/settings#dead";
  }

  private String save(
      SignedIn me,
      Map<String, String> fields,
      Function<SettingsForm, Workspace> section,
      RedirectAttributes after,
      String where) {
    try {
      workspaces.save(section.apply(new SettingsForm(fields, workspaces.find(me.workspace()))));
      after.addFlashAttribute("saved", words.say(me, "settings.saved"));
    } catch (SettingsForm.Unreadable e) {
      var field = words.sayOr(me, "settings." + e.field(), e.field());
      after.addFlashAttribute("fault", words.say(me, "settings.unreadable", field));
    }
    return "redirect:/console/settings" + where;
  }

  private List<Text> texts(SignedIn me, Workspace workspace, Language language) {
    var own = workspace.texts().getOrDefault(language, Map.of());
    return Arrays.stream(Wording.values())
        .map(it ->
            new Text(
                it.name(),
                words.say(me, "settings.wording." + it.name().toLowerCase(Locale.ROOT)),
                own.getOrDefault(it, ""),
                own.containsKey(it) ? "" : workspaces.text(workspace.id(), it, language),
                SettingsForm.longest(it)))
        .toList();
  }
}
