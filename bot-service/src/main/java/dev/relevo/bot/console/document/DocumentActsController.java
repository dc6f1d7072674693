package dev.relevo.bot.console.document;

import dev.relevo.bot.access.Audited;
import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.audit.Act;
import dev.relevo.bot.console.FormFile;
import dev.relevo.bot.console.NotHere;
import dev.relevo.bot.console.NotUnderstood;
import dev.relevo.bot.console.Words;
import dev.relevo.crm.team.Role;
import dev.relevo.knowledge.document.Addition;
import dev.relevo.knowledge.document.Documents;
import dev.relevo.knowledge.document.Schedule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Changing documents: adding, reading again, scheduling, removing.
@Controller
@Door(Role.MANAGER)
class DocumentActsController {

  private static final String LIST = "redirect:/console/documents";

  private final Documents documents;
  private final Words words;

  DocumentActsController(Documents documents, Words words) {
    this.documents = documents;
    this.words = words;
  }

  @PostMapping("/console/documents/files")
  @Audited(value = Act.DOCUMENT_ADDED, part = "file")
  String addFiles(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam("file") List<MultipartFile> files,
      RedirectAttributes after)
      throws IOException {
    var refusals = new ArrayList<String>();
    var added = 0;
    for (var file : files) {
      var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
      switch (documents.addFile(
          me.workspaceNumber(),
          bare(name),
          FormFile.bytes(file, documents.largestFile()),
          me.name())) {
        case Addition.Added _ -> added++;
        case Addition.Refused(var why) ->
            refusals.add(
                words.say(me, "documents.refused", bare(name), why.in(me.language().locale())));
      }
    }
    after.addFlashAttribute("refusals", refusals);
    if (added > 0) {
      after.addFlashAttribute("saved", words.say(me, "documents.added", added));
    }
    return LIST;
  }

  /// Some browsers send the whole path.
  private static String bare(String name) {
    var from = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1;
    return name.substring(from).strip();
  }

  @PostMapping("/console/documents/sites")
  @Audited(value = Act.DOCUMENT_ADDED, with = "address", part = "site")
  String addSite(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam String address,
      @RequestParam(defaultValue = "WEEKLY") String schedule,
      @RequestParam(defaultValue = "1") int pages,
      RedirectAttributes after) {
    var addition =
        documents.addSite(me.workspaceNumber(), address, schedule(schedule), pages, me.name());
    switch (addition) {
      case Addition.Added _ ->
          after.addFlashAttribute("saved", words.say(me, "documents.added", 1));
      case Addition.Refused(var why) -> {
        after.addFlashAttribute("refusals", List.of(why.in(me.language().locale())));
        after.addFlashAttribute("address", address);
      }
    }
    return LIST;
  }

  @PostMapping("/console/documents/{number:[0-9]{1,18}}/again")
  String again(
      @AuthenticationPrincipal SignedIn me, @PathVariable long number, RedirectAttributes after) {
    find(me, number);
    documents.readAgain(me.workspaceNumber(), number);
    after.addFlashAttribute("saved", words.say(me, "documents.again.done"));
    return LIST;
  }

  @PostMapping("/console/documents/{number:[0-9]{1,18}}/schedule")
  String schedule(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable long number,
      @RequestParam String schedule,
      RedirectAttributes after) {
    find(me, number);
    documents.reschedule(me.workspaceNumber(), number, schedule(schedule));
    after.addFlashAttribute("saved", words.say(me, "documents.schedule.done"));
    return LIST + "/" + number;
  }

  @PostMapping("/console/documents/{number:[0-9]{1,18}}/remove")
  @Audited(Act.DOCUMENT_REMOVED)
  String remove(
      @AuthenticationPrincipal SignedIn me, @PathVariable long number, RedirectAttributes after) {
    find(me, number);
    documents.remove(me.workspaceNumber(), number);
    after.addFlashAttribute("saved", words.say(me, "documents.removed"));
    return LIST;
  }

  private void find(SignedIn me, long number) {
    if (documents.find(me.workspaceNumber(), number).isEmpty()) {
      throw new NotHere("no such document");
    }
  }

  private static Schedule schedule(String name) {
    return Arrays.stream(Schedule.values())
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NotUnderstood("no such schedule"));
  }
}
