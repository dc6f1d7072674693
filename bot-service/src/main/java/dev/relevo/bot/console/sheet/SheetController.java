package dev.relevo.bot.console.sheet;

import dev.relevo.bot.access.Audited;
import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.audit.Act;
import dev.relevo.bot.console.FormFile;
import dev.relevo.bot.console.Words;
import dev.relevo.crm.team.Role;
import dev.relevo.knowledge.sheet.Connection;
import dev.relevo.knowledge.sheet.SheetSync;
import dev.relevo.knowledge.sheet.Sheets;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Connecting the matrix with a Google sheet. The key goes in and never comes out again.
@Controller
@Door(Role.MANAGER)
class SheetController {

  private static final String PAGE = "redirect:/console/matrix/sheet";

  private final Sheets sheets;
  private final SheetSync sync;
  private final SheetLines lines;
  private final Words words;

  SheetController(Sheets sheets, SheetSync sync, SheetLines lines, Words words) {
    this.sheets = sheets;
    this.sync = sync;
    this.lines = lines;
    this.words = words;
  }

  @GetMapping("/console/matrix/sheet")
  String page(@AuthenticationPrincipal SignedIn me, Model model) {
    fill(me, model);
    return "console/sheet/page";
  }

  /// How both stand, asked again and again by the open page.
  @GetMapping("/console/matrix/sheet/standing")
  String standing(@AuthenticationPrincipal SignedIn me, Model model) {
    fill(me, model);
    return "console/sheet/page :: standing";
  }

  private void fill(SignedIn me, Model model) {
    sync.standing(me.workspaceNumber()).ifPresent(it -> model.addAttribute("it", lines.of(me, it)));
  }

  /// @param key the service account's key file
  /// @param address of the spreadsheet, or its id
  /// @param tab the sheet's name
  @PostMapping("/console/matrix/sheet")
  @Audited(
      value = Act.SHEET_CONNECTED,
      with = {"address", "tab"})
  String connect(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(required = false) @Nullable MultipartFile key,
      @RequestParam(defaultValue = "") String address,
      @RequestParam(defaultValue = "") String tab,
      RedirectAttributes after)
      throws IOException {
    var json = key == null ? "" : FormFile.text(key);
    switch (sheets.connect(me.workspaceNumber(), json, address, tab, me.name())) {
      case Connection.Made _ -> after.addFlashAttribute("saved", words.say(me, "sheet.connected"));
      case Connection.Refused(var why) -> {
        after.addFlashAttribute("fault", why.in(me.language().locale()));
        after.addFlashAttribute("address", address);
        after.addFlashAttribute("tab", tab);
      }
    }
    return PAGE;
  }

  @PostMapping("/console/matrix/sheet/now")
  String now(@AuthenticationPrincipal SignedIn me) {
    sync.soon(me.workspaceNumber());
    return PAGE;
  }

  /// Ours stay where both sides changed a cell.
  @PostMapping("/console/matrix/sheet/settle")
  String settle(@AuthenticationPrincipal SignedIn me, RedirectAttributes after) {
    sheets.settle(me.workspaceNumber());
    sync.soon(me.workspaceNumber());
    after.addFlashAttribute("saved", words.say(me, "sheet.settled"));
    return PAGE;
  }

  @PostMapping("/console/matrix/sheet/disconnect")
  @Audited(Act.SHEET_DISCONNECTED)
  @Door(Role.OWNER)
  String disconnect(@AuthenticationPrincipal SignedIn me, RedirectAttributes after) {
    sheets.disconnect(me.workspaceNumber());
    after.addFlashAttribute("saved", words.say(me, "sheet.disconnected"));
    return PAGE;
  }
}
