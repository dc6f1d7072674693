package dev.relevo.bot.console.matrix;

import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.console.NotHere;
import dev.relevo.bot.console.Words;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.MatrixFile;
import dev.relevo.knowledge.matrix.MatrixImport;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Publishing: a file is checked first and says what it would change; then the same file is sent
/// again to be published.
@Controller
@Door(Role.MANAGER)
class PublishController {

  private static final String RESULT = "console/matrix/import :: result";

  private final Matrices matrices;
  private final Workspaces workspaces;
  private final Words words;
  private final Clock clock;

  PublishController(Matrices matrices, Workspaces workspaces, Words words, Clock clock) {
    this.matrices = matrices;
    this.workspaces = workspaces;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping("/console/matrix/import")
  String page(@AuthenticationPrincipal SignedIn me, Model model) {
    model.addAttribute("number", published(me));
    return "console/matrix/import";
  }

  @PostMapping("/console/matrix/check")
  String check(@AuthenticationPrincipal SignedIn me, @RequestParam MultipartFile file, Model model)
      throws IOException {
    switch (read(me, file)) {
      case MatrixImport.Rejected it -> rejected(me, it, model);
      case MatrixImport.Imported it -> offered(me, it, model);
    }
    return RESULT;
  }

  /// @param base the version the differences were shown against; publishing over a newer one is
  ///   refused
  @PostMapping("/console/matrix/publish")
  String publish(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam MultipartFile file,
      @RequestParam int base,
      @RequestParam(defaultValue = "") String note,
      Model model,
      HttpServletResponse response)
      throws IOException {
    switch (read(me, file)) {
      case MatrixImport.Rejected it -> rejected(me, it, model);
      case MatrixImport.Imported it -> {
        if (published(me) != base) {
          model.addAttribute("refusal", words.say(me, "import.moved", published(me)));
        } else if (it.matrix().forPublication().rows().isEmpty()) {
          model.addAttribute("refusal", words.say(me, "import.nothing"));
        } else {
          publish(me, it.matrix(), note);
          response.setHeader("HX-Redirect", "/console/matrix?published");
        }
      }
    }
    return RESULT;
  }

  /// Publishes an earlier version's rows again, as the newest.
  @PostMapping("/console/matrix/versions/{number:[0-9]{1,9}}/publish")
  String again(
      @AuthenticationPrincipal SignedIn me, @PathVariable int number, RedirectAttributes after) {
    var earlier =
        matrices
            .version(me.workspaceNumber(), number)
            .orElseThrow(() -> new NotHere("no such version"));
    publish(me, earlier.matrix(), words.say(me, "versions.again.note", number));
    after.addFlashAttribute("saved", "versions.published");
    return "redirect:/console/matrix/versions";
  }

  private void publish(SignedIn me, Matrix matrix, String note) {
    var shortNote = note.strip();
    matrices.publish(
        me.workspaceNumber(),
        matrix,
        me.name(),
        shortNote.length() > 500 ? shortNote.substring(0, 500) : shortNote,
        clock.instant());
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

  private void offered(SignedIn me, MatrixImport.Imported imported, Model model) {
    var now = matrices.published(me.workspaceNumber());
    var after = imported.matrix().forPublication();
    model.addAttribute(
        "difference", Difference.between(now.map(Matrices.Published::matrix), after));
    model.addAttribute("rows", after.rows().size());
    model.addAttribute("base", now.map(Matrices.Published::number).orElse(0));
    model.addAttribute("ignored", ignored(imported));
  }

  private static List<String> ignored(MatrixImport.Imported imported) {
    return java.util.stream.Stream.concat(
            imported.ignoredColumns().stream(), imported.ignoredSheets().stream())
        .toList();
  }

  private int published(SignedIn me) {
    return matrices.publishedNumber(me.workspaceNumber()).orElse(0);
  }
}
