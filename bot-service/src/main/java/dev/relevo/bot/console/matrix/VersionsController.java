package dev.relevo.bot.console.matrix;

import dev.relevo.bot.access.Audited;
import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.audit.Act;
import dev.relevo.bot.console.NotHere;
import dev.relevo.bot.console.Words;
import dev.relevo.crm.team.Role;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.draft.Edited;
import dev.relevo.knowledge.draft.Load;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.MatrixFile;
import dev.relevo.knowledge.matrix.MatrixVersion;
import dev.relevo.knowledge.proposal.Proposals;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The published versions: as files, beside each other, and back to one of them.
@Controller
@Door(Role.AGENT)
class VersionsController {

  /// Stands for the draft where a version's number is asked for.
  private static final String DRAFT = "draft";

  private final Matrices matrices;
  private final Drafts drafts;
  private final Proposals proposals;
  private final Words words;
  private final Today today;

  VersionsController(
      Matrices matrices, Drafts drafts, Proposals proposals, Words words, Today today) {
    this.matrices = matrices;
    this.drafts = drafts;
    this.proposals = proposals;
    this.words = words;
    this.today = today;
  }

  /// A line of the list of versions.
  record Version(int number, String at, String by, String note, int rows) {}

  @GetMapping("/console/matrix/versions")
  String versions(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      Model model) {
    var history = matrices.history(me.workspaceNumber());
    int newest = history.isEmpty() ? 0 : history.getFirst().number();
    model.addAttribute("versions", history.stream().map(it -> version(me, it)).toList());
    model.addAttribute("newest", newest);
    model.addAttribute("from", from.isEmpty() ? Integer.toString(newest) : from);
    model.addAttribute("to", to.isEmpty() ? DRAFT : to);
    if (!from.isEmpty() && !to.isEmpty()) {
      model.addAttribute(
          "changes", Changes.between(matrix(me, from), matrix(me, to), me.language().locale()));
    }
    return "console/matrix/versions";
  }

  /// A version as a file; 0 stands for the published one.
  @GetMapping("/console/matrix/versions/{number:[0-9]{1,9}}/file")
  @Audited(Act.MATRIX_EXPORTED)
  ResponseEntity<byte[]> file(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable int number,
      @RequestParam(defaultValue = "xlsx") String format) {
    var found =
        number == 0
            ? matrices
                .published(me.workspaceNumber())
                .orElseThrow(() -> new NotHere("no such version"))
            : version(me, number);
    return file(me, found.matrix(), "matrix-v" + found.number(), format);
  }

  /// The draft as a file, with its states.
  @GetMapping("/console/matrix/file")
  @Audited(value = Act.MATRIX_EXPORTED, part = "draft")
  ResponseEntity<byte[]> draft(
      @AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "xlsx") String format) {
    return file(me, drafts.snapshot(me.workspaceNumber()).matrix(), "matrix-draft", format);
  }

  /// Publishes an earlier version's rows again, as the newest.
  @PostMapping("/console/matrix/versions/{number:[0-9]{1,9}}/publish")
  @Audited(Act.MATRIX_ROLLED_BACK)
  @Door(Role.MANAGER)
  String again(
      @AuthenticationPrincipal SignedIn me, @PathVariable int number, RedirectAttributes after) {
    var note = words.say(me, "versions.again.note", number);
    if (proposals
        .rollBack(me.workspaceNumber(), number, WriteController.editor(me), note)
        .isEmpty()) {
      throw new NotHere("no such version");
    }
    after.addFlashAttribute("saved", "versions.published");
    return "redirect:/console/matrix/versions";
  }

  /// Makes the draft like an earlier version, as one edit that can be undone.
  @PostMapping("/console/matrix/versions/{number:[0-9]{1,9}}/reset")
  @Door(Role.MANAGER)
  String reset(
      @AuthenticationPrincipal SignedIn me, @PathVariable int number, RedirectAttributes after) {
    var older = version(me, number).matrix();
    var edit = Load.REPLACE.edit(drafts.snapshot(me.workspaceNumber()), older);
    var saved =
        switch (drafts.apply(me.workspaceNumber(), WriteController.editor(me), edit)) {
          case Edited.Done _, Edited.Unchanged _ -> "versions.reset.done";
          case Edited.Conflict _, Edited.Refused _ -> "versions.reset.moved";
        };
    after.addFlashAttribute("saved", saved);
    return "redirect:/console/matrix/versions";
  }

  private Matrix matrix(SignedIn me, String which) {
    if (which.equals(DRAFT)) {
      return drafts.snapshot(me.workspaceNumber()).matrix().forPublication();
    }
    if (!which.matches("[0-9]{1,9}")) {
      throw new NotHere("no such version");
    }
    return which.equals("0")
        ? new Matrix(List.of())
        : version(me, Integer.parseInt(which)).matrix();
  }

  private Matrices.Published version(SignedIn me, int number) {
    return matrices
        .version(me.workspaceNumber(), number)
        .orElseThrow(() -> new NotHere("no such version"));
  }

  private Version version(SignedIn me, MatrixVersion it) {
    return new Version(it.number(), today.written(me, it.at()), it.by(), it.note(), it.rows());
  }

  private static ResponseEntity<byte[]> file(
      SignedIn me, Matrix matrix, String name, String format) {
    var kind = "csv".equals(format) ? MatrixFile.Format.CSV : MatrixFile.Format.XLSX;
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(kind.mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name + "." + kind.extension(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(MatrixFile.write(matrix, kind, me.language().locale()));
  }
}
