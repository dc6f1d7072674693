package dev.relevo.bot.console.setting;

import dev.relevo.bot.access.ApiKey;
import dev.relevo.bot.access.ApiKeys;
import dev.relevo.bot.access.Audited;
import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.Scope;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.audit.Act;
import dev.relevo.bot.console.Names;
import dev.relevo.bot.console.Words;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The keys by which programs use the API. A new one is shown in the answer to its making and never
/// lies anywhere else: not in the session, not behind a redirect.
@Controller
@Door(Role.OWNER)
class KeysController {

  private static final String PAGE = "console/setting/keys";

  private final ApiKeys keys;
  private final Members members;
  private final Workspaces workspaces;
  private final Words words;

  KeysController(ApiKeys keys, Members members, Workspaces workspaces, Words words) {
    this.keys = keys;
    this.members = members;
    this.workspaces = workspaces;
    this.words = words;
  }

  /// A key of the list.
  ///
  /// @param used when it was used last, as a sentence
  record Line(long id, String name, String hint, List<String> scopes, String made, String used) {}

  @GetMapping("/console/settings/keys")
  String page(@AuthenticationPrincipal SignedIn me, Model model) {
    var names = new Names(members, me);
    model.addAttribute("keys", keys.all(me).stream().map(it -> line(me, it, names)).toList());
    model.addAttribute("scopes", Arrays.stream(Scope.values()).map(Scope::text).toList());
    return PAGE;
  }

  @PostMapping("/console/settings/keys")
  @Audited(
      value = Act.KEY_MADE,
      with = {"name", "scope"})
  String make(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") List<String> scope,
      Model model) {
    var scopes = scopes(scope);
    if (name.isBlank() || name.strip().length() > ApiKeys.LONGEST_NAME || scopes.isEmpty()) {
      model.addAttribute("fault", words.say(me, "keys.unreadable"));
    } else {
      keys.make(me, name.strip(), scopes)
          .ifPresentOrElse(
              it -> model.addAttribute("made", it.secret()),
              () -> model.addAttribute("fault", words.say(me, "keys.full", ApiKeys.MOST)));
    }
    return page(me, model);
  }

  @PostMapping("/console/settings/keys/{key:[0-9]{1,18}}/revoke")
  @Audited(Act.KEY_REVOKED)
  String revoke(
      @AuthenticationPrincipal SignedIn me, @PathVariable long key, RedirectAttributes after) {
    keys.revoke(me, key);
    after.addFlashAttribute("saved", words.say(me, "keys.revoked"));
    return "redirect:/console/settings/keys";
  }

  private Line line(SignedIn me, ApiKey key, Names names) {
    return new Line(
        key.id(),
        key.name(),
        key.hint(),
        key.scopes().stream().sorted().map(Scope::text).toList(),
        words.say(me, "keys.by", names.of(key.madeBy()), day(me, key.madeAt())),
        key.lastUsedAt()
            .map(it -> words.say(me, "keys.used", day(me, it)))
            .orElseGet(() -> words.say(me, "keys.unused")));
  }

  private String day(SignedIn me, Instant at) {
    return DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", me.language().locale())
        .format(at.atZone(workspaces.find(me.workspace()).zone()));
  }

  private static Set<Scope> scopes(List<String> texts) {
    return texts.stream()
        .map(Scope::of)
        .flatMap(Optional::stream)
        .collect(Collectors.toUnmodifiableSet());
  }
}
