package dev.relevo.bot.console.team;

import dev.relevo.bot.access.Access;
import dev.relevo.bot.access.Audited;
import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.audit.Act;
import dev.relevo.bot.console.Names;
import dev.relevo.crm.team.Member;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The team's page: who is there, who may do what, who is invited.
@Controller
@Door(Role.MANAGER)
class TeamController {

  private static final String BACK = "redirect:/console/team";

  private final Members members;
  private final Access access;
  private final Workspaces workspaces;

  TeamController(Members members, Access access, Workspaces workspaces) {
    this.members = members;
    this.access = access;
    this.workspaces = workspaces;
  }

  /// A line of the page.
  ///
  /// @param changeable whether the looking member may change this one
  record Person(
      long number,
      String name,
      String initials,
      String email,
      String role,
      boolean present,
      boolean available,
      boolean changeable,
      boolean me) {}

  /// An invitation nobody used yet.
  record Invited(long number, String role, String by, String until) {}

  @GetMapping("/console/team")
  @Door(Role.AGENT)
  String page(@AuthenticationPrincipal SignedIn me, Model model) {
    var names = new Names(members, me);
    model.addAttribute("people", names.active().stream().map(it -> person(me, it)).toList());
    model.addAttribute("roles", mayGive(me));
    if (me.may(Role.MANAGER)) {
      var zone = workspaces.find(me.workspace()).zone();
      model.addAttribute(
          "invited",
          access.invitations(me).stream()
              .map(it ->
                  new Invited(
                      it.id(),
                      it.role().name(),
                      it.by().map(names::of).orElse(""),
                      day(it.expiresAt(), zone, me)))
              .toList());
    }
    return "console/team/page";
  }

  @PostMapping("/console/team/invite")
  @Audited(value = Act.MEMBER_INVITED, with = "role")
  String invite(
      @AuthenticationPrincipal SignedIn me, @RequestParam Role role, RedirectAttributes after) {
    after.addFlashAttribute("link", access.invite(me, role).toString());
    after.addFlashAttribute("linkFor", "team.link.invite");
    return BACK;
  }

  @PostMapping("/console/team/invitations/{invitation}/revoke")
  @Audited(Act.INVITATION_REVOKED)
  String revoke(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable long invitation,
      RedirectAttributes after) {
    access.revoke(me, invitation);
    after.addFlashAttribute("saved", "team.revoked");
    return BACK;
  }

  @PostMapping("/console/team/{member}/role")
  @Audited(value = Act.ROLE_CHANGED, with = "role")
  String role(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable long member,
      @RequestParam Role role,
      RedirectAttributes after) {
    access.changeRole(me, id(member), role);
    after.addFlashAttribute("saved", "team.role.saved");
    return BACK;
  }

  @PostMapping("/console/team/{member}/reset")
  @Audited(Act.RESET_LINK_MADE)
  String reset(
      @AuthenticationPrincipal SignedIn me, @PathVariable long member, RedirectAttributes after) {
    after.addFlashAttribute("link", access.resetLink(me, id(member)).toString());
    after.addFlashAttribute("linkFor", "team.link.reset");
    return BACK;
  }

  @PostMapping("/console/team/{member}/deactivate")
  @Audited(Act.MEMBER_DEACTIVATED)
  String deactivate(
      @AuthenticationPrincipal SignedIn me, @PathVariable long member, RedirectAttributes after) {
    access.deactivate(me, id(member));
    after.addFlashAttribute("saved", "team.deactivated");
    return BACK;
  }

  private static Person person(SignedIn me, Member it) {
    var own = it.id().equals(me.member());
    return new Person(
        it.id().value(),
        it.name(),
        Names.initials(it.name()),
        it.email(),
        it.role().name(),
        it.present(),
        it.available(),
        !own && mayGive(me).contains(it.role().name()),
        own);
  }

  private static List<String> mayGive(SignedIn me) {
    return Arrays.stream(Role.values())
        .filter(it -> me.may(Role.OWNER) || (me.may(Role.MANAGER) && it == Role.AGENT))
        .map(Role::name)
        .toList();
  }

  private static MemberId id(long number) {
    return new MemberId(Math.max(1, number));
  }

  private static String day(Instant at, ZoneId zone, SignedIn me) {
    return DateTimeFormatter.ofPattern("d MMM, HH:mm", me.language().locale())
        .format(at.atZone(zone));
  }
}
