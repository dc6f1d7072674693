package dev.relevo.bot.console.audit;

import dev.relevo.bot.access.Audited;
import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.audit.Act;
import dev.relevo.bot.audit.Audit;
import dev.relevo.bot.console.Names;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.team.Role;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The audit log, page by page and as a file.
@Controller
@Door(Role.OWNER)
class AuditController {

  static final int PAGE = 50;

  /// The newest lines that go into one file.
  static final int FILE = 50_000;

  private final Audit audit;
  private final AuditLines lines;
  private final Members members;

  AuditController(Audit audit, AuditLines lines, Members members) {
    this.audit = audit;
    this.lines = lines;
    this.members = members;
  }

  /// @param member a member's number; empty for all
  /// @param act an act's name; empty for all
  /// @param before the number of the last line of the page before; empty for the newest
  @GetMapping("/console/settings/audit")
  String page(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String member,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String before,
      Model model) {
    var found = audit.page(me.workspace(), filter(member, act), number(before), PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    model.addAttribute("people", new Names(members, me).active());
    model.addAttribute("acts", Arrays.stream(Act.values()).map(lines::word).toList());
    model.addAttribute("lines", lines.of(me, shown));
    model.addAttribute("member", member);
    model.addAttribute("act", act);
    model.addAttribute("older", found.size() > PAGE ? Long.toString(shown.getLast().id()) : "");
    return "console/audit/page";
  }

  @GetMapping("/console/settings/audit/file")
  @Audited(Act.AUDIT_EXPORTED)
  ResponseEntity<byte[]> file(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String member,
      @RequestParam(defaultValue = "") String act) {
    var found = audit.page(me.workspace(), filter(member, act), Optional.empty(), FILE);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"")
        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .body(lines.file(me, found));
  }

  private Audit.Filter filter(String member, String act) {
    return new Audit.Filter(
        number(member).map(MemberId::new),
        Arrays.stream(Act.values()).filter(it -> lines.word(it).equals(act)).findFirst());
  }

  private static Optional<Long> number(String text) {
    return Optional.of(text).filter(it -> it.matches("[1-9][0-9]{0,17}")).map(Long::valueOf);
  }
}
