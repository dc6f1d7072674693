package dev.relevo.bot.console.matrix;

import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.console.Words;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.draft.Edit;
import dev.relevo.knowledge.draft.Edited;
import dev.relevo.knowledge.draft.Load;
import dev.relevo.knowledge.matrix.MatrixFile;
import dev.relevo.knowledge.matrix.MatrixImport;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Bringing a file into the draft: it is checked first and says what it would change; then the same
/// file is sent again and becomes one edit, which can be undone.
@Controller
@Door(Role.MANAGER)
class ImportController {

  private static final String RESULT = "console/matrix/import :: result";

  private final Drafts drafts;
  private final Workspaces workspaces;
  private final Words words;

  ImportController(Drafts drafts, Workspaces workspaces, Words words) {
    this.drafts = drafts;
    this.workspaces = workspaces;
    this.words = words;
  }

  @GetMapping("/console/matrix/import")
  String page(Model model) {
    model.addAttribute("megabytes", MatrixFile.mostMegabytes());
    model.addAttribute("most", MatrixFile.mostRows());
    return "console/matrix/import";
  }

  @PostMapping("/console/matrix/check")
  String check(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam MultipartFile file,
      @RequestParam(defaultValue = "merge") String how,
      Model model)
      throws IOException {
    switch (read(me, file)) {
      case MatrixImport.Rejected it -> rejected(me, it, model);
      case MatrixImport.Imported it -> offered(me, it, load(how), model);
    }
    return RESULT;
  }

  /// @param seen the draft's revision the differences were shown against; rows changed since are a
  ///   conflict
  @PostMapping("/console/matrix/load")
  String load(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam MultipartFile file,
      @RequestParam(defaultValue = "merge") String how,
      @RequestParam long seen,
      Model model,
      HttpServletResponse response)
      throws IOException {
    switch (read(me, file)) {
      case MatrixImport.Rejected it -> rejected(me, it, model);
      case MatrixImport.Imported it -> {
        var draft = drafts.snapshot(me.workspaceNumber());
        if (draft.revision() == seen) {
          edited(me, load(how).edit(draft, it.matrix()), model, response);
        } else {
          model.addAttribute("refusal", words.say(me, "import.moved"));
        }
      }
    }
    return RESULT;
  }

  private void edited(SignedIn me, Edit edit, Model model, HttpServletResponse response) {
    switch (drafts.apply(me.workspaceNumber(), WriteController.editor(me), edit)) {
      case Edited.Done _, Edited.Unchanged _ ->
          response.setHeader("HX-Redirect", "/console/matrix?loaded");
      case Edited.Conflict _, Edited.Refused _ ->
          model.addAttribute("refusal", words.say(me, "import.moved"));
    }
  }

  private static Load load(String how) {
    return how.toUpperCase(Locale.ROOT).equals(Load.REPLACE.name()) ? Load.REPLACE : Load.MERGE;
  }

  private MatrixImport read(SignedIn me, MultipartFile file) throws IOException {
    var language = workspaces.find(me.workspace()).language().locale();
    try (var bytes = file.getInputStream()) {
      return MatrixFile.read(bytes, language);
    }
  }

  private void rejected(SignedIn me, MatrixImport.Rejected rejected, Model model) {
    var locale = me.language().locale();
    model.addAttribute("problems", rejected.problems().stream().map(it -> it.in(locale)).toList());
    model.addAttribute("more", rejected.more());
  }

  private void offered(SignedIn me, MatrixImport.Imported imported, Load how, Model model) {
    var draft = drafts.snapshot(me.workspaceNumber());
    var changes = Changes.between(draft.matrix(), imported.matrix(), me.language().locale());
    var replaces = how == Load.REPLACE;
    model.addAttribute("changes", replaces ? changes : changes.whereAllStay());
    model.addAttribute("staying", replaces ? 0 : changes.gone());
    model.addAttribute("count", how.edit(draft, imported.matrix()).rows());
    model.addAttribute("rows", imported.matrix().rows().size());
    model.addAttribute("seen", draft.revision());
    model.addAttribute(
        "ignored",
        Stream.concat(imported.ignoredColumns().stream(), imported.ignoredSheets().stream())
            .toList());
  }
}
