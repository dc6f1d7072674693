package dev.relevo.bot.console.me;

import dev.relevo.bot.access.Access;
import dev.relevo.bot.access.Audited;
import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.audit.Act;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Language;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The member's own page.
@Controller
@Door(Role.AGENT)
class MeController {

  private static final int LONGEST_NAME = 100;

  private final Members members;
  private final Access access;

  MeController(Members members, Access access) {
    this.members = members;
    this.access = access;
  }

  @GetMapping("/console/me")
  String page(@AuthenticationPrincipal SignedIn me, Model model) {
    members
        .find(me.workspace(), me.member())
        .ifPresent(it -> model.addAttribute("email", it.email()));
    return "console/me/page";
  }

  @PostMapping("/console/me")
  String save(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam String name,
      @RequestParam String language,
      RedirectAttributes after) {
    if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
      after.addFlashAttribute("fault", "access.name.missing");
    } else {
      members.rename(me.member(), name.strip(), Language.of(language).orElse(me.language()));
      after.addFlashAttribute("saved", "me.saved");
    }
    return "redirect:/console/me";
  }

  @PostMapping("/console/me/available")
  String available(@AuthenticationPrincipal SignedIn me, @RequestParam boolean on) {
    members.available(me.member(), on);
    return "redirect:/console/inbox";
  }

  @PostMapping("/console/me/password")
  @Audited(Act.PASSWORD_CHANGED)
  String password(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam String current,
      @RequestParam String password,
      HttpServletRequest request,
      RedirectAttributes after) {
    var change =
        access.changePassword(
            me, current, password, request.getRemoteAddr(), request.getSession().getId());
    switch (change) {
      case Access.PasswordChange.Changed _ -> after.addFlashAttribute("saved", "me.password.saved");
      case Access.PasswordChange.Refused it -> after.addFlashAttribute("fault", it.key());
    }
    return "redirect:/console/me";
  }
}
