package dev.relevo.bot.console.document;

import dev.relevo.bot.access.Door;
import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.console.FormFile;
import dev.relevo.bot.console.NotUnderstood;
import dev.relevo.bot.console.Words;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.draft.Edit;
import dev.relevo.knowledge.draft.Edited;
import dev.relevo.knowledge.draft.Editor;
import dev.relevo.knowledge.draft.Spot;
import dev.relevo.knowledge.matrix.MatrixFile;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.suggestion.Offer;
import dev.relevo.knowledge.suggestion.Suggested;
import dev.relevo.knowledge.suggestion.Suggestions;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Taking over what the business has elsewhere: rows are suggested from a file or a page, looked at
/// beside those of the draft, and the wanted ones added to it; or downloaded as a matrix file.
@Controller
@Door(Role.MANAGER)
class SuggestionController {

  private static final int LISTED = 300;
  private static final String RESULT = "console/document/suggest :: result";

  private final Suggestions suggestions;
  private final Workspaces workspaces;
  private final Drafts drafts;
  private final Words words;

  SuggestionController(Suggestions suggestions, Workspaces workspaces, Drafts drafts, Words words) {
    this.suggestions = suggestions;
    this.workspaces = workspaces;
    this.drafts = drafts;
    this.words = words;
  }

  /// A suggested row's line.
  ///
  /// @param known the draft's row that is asked the same already; empty for none
  record Line(
      String key,
      String id,
      String language,
      String question,
      int variants,
      String answer,
      String known) {}

  @GetMapping("/console/documents/suggestions")
  String page() {
    return "console/document/suggest";
  }

  @PostMapping("/console/documents/suggestions")
  String look(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String address,
      Model model)
      throws IOException {
    var locale = me.language().locale();
    switch (suggested(me, file, address)) {
      case Suggested.Refused(var why) -> model.addAttribute("refusal", why.in(locale));
      case Suggested.Rows rows -> {
        var offers = offers(me, rows);
        var known = offers.stream().filter(it -> it.known().isPresent()).toList();
        model.addAttribute("count", offers.size());
        model.addAttribute("known", known.size());
        model.addAttribute("left", keys(known));
        model.addAttribute(
            "lines", offers.stream().limit(LISTED).map(SuggestionController::line).toList());
        model.addAttribute("leftOut", rows.leftOut().stream().map(it -> it.in(locale)).toList());
      }
    }
    return RESULT;
  }

  private List<Offer> offers(SignedIn me, Suggested.Rows rows) {
    return Offer.of(rows, drafts.snapshot(me.workspaceNumber()).matrix());
  }

  private static String keys(List<Offer> offers) {
    return offers.stream().map(Offer::key).collect(Collectors.joining(","));
  }

  /// Adds rows to the draft as one edit, below those that are there. The source is read again: a
  /// page that says something else by now adds nothing.
  ///
  /// @param left the keys of the rows that are not wanted
  /// @param count how many rows were shown
  @PostMapping("/console/documents/suggestions/add")
  String add(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String address,
      @RequestParam(defaultValue = "") String left,
      @RequestParam(defaultValue = "0") int count,
      Model model,
      HttpServletResponse response)
      throws IOException {
    switch (suggested(me, file, address)) {
      case Suggested.Refused(var why) ->
          model.addAttribute("refusal", why.in(me.language().locale()));
      case Suggested.Rows rows -> {
        var offers = offers(me, rows);
        var unwanted =
            Arrays.stream(left.split(",", -1))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.toSet());
        var known = offers.stream().map(Offer::key).collect(Collectors.toSet());
        if (offers.size() != count || !known.containsAll(unwanted)) {
          model.addAttribute("refusal", words.say(me, "suggest.changed"));
        } else {
          var wanted =
              offers.stream().filter(it -> !unwanted.contains(it.key())).map(Offer::row).toList();
          added(me, wanted, model, response);
        }
      }
    }
    return RESULT;
  }

  private void added(SignedIn me, List<Row> rows, Model model, HttpServletResponse response) {
    if (rows.isEmpty()) {
      model.addAttribute("refusal", words.say(me, "suggest.none"));
      return;
    }
    var edit = Edit.of(new Edit.Step.Add(rows, new Spot.Bottom()));
    switch (drafts.apply(me.workspaceNumber(), new Editor(me.memberNumber(), me.name()), edit)) {
      case Edited.Done _, Edited.Unchanged _ ->
          response.setHeader("HX-Redirect", "/console/matrix?loaded");
      case Edited.Conflict _, Edited.Refused _ ->
          model.addAttribute("refusal", words.say(me, "suggest.moved"));
    }
  }

  /// The same rows as a file that the matrix's import takes.
  @PostMapping("/console/documents/suggestions/file")
  ResponseEntity<byte[]> file(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String address)
      throws IOException {
    return switch (suggested(me, file, address)) {
      case Suggested.Refused(var why) -> throw new NotUnderstood(why.key());
      case Suggested.Rows rows ->
          ResponseEntity.ok()
              .contentType(MediaType.parseMediaType(MatrixFile.Format.XLSX.mediaType()))
              .header(
                  HttpHeaders.CONTENT_DISPOSITION,
                  ContentDisposition.attachment()
                      .filename("relevo.xlsx", StandardCharsets.UTF_8)
                      .build()
                      .toString())
              .body(MatrixFile.write(rows.rows(), MatrixFile.Format.XLSX, me.language().locale()));
    };
  }

  private Suggested suggested(SignedIn me, @Nullable MultipartFile file, String address)
      throws IOException {
    Locale language = workspaces.find(me.workspace()).language().locale();
    return file != null && !file.isEmpty()
        ? suggestions.fromFile(FormFile.bytes(file, Suggestions.LARGEST_FILE), language)
        : suggestions.fromPage(address, language);
  }

  private static Line line(Offer offer) {
    var row = offer.row();
    return new Line(
        offer.key(),
        row.id().value(),
        row.language().toLanguageTag(),
        row.question(),
        row.variants().size(),
        row.answer(),
        offer.known().map(RowId::value).orElse(""));
  }
}
