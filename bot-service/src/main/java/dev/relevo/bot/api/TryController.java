package dev.relevo.bot.api;

import dev.relevo.bot.access.ApiCaller;
import dev.relevo.bot.access.Needs;
import dev.relevo.bot.access.Scope;
import dev.relevo.bot.problem.Fault;
import dev.relevo.bot.problem.Fault.Kind;
import dev.relevo.bot.responder.Responders;
import dev.relevo.bot.responder.Responders.Matter;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Workspaces;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// A question tried out: what the bot would say, and why. The same way as a customer's message
/// goes; nothing is sent and nothing is kept.
@RestController
class TryController {

  private static final int LONGEST = 1_000;

  private final Responders responders;
  private final Workspaces workspaces;

  TryController(Responders responders, Workspaces workspaces) {
    this.responders = responders;
    this.workspaces = workspaces;
  }

  @PostMapping(path = "/api/v1/matrix/try", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(Scope.MATRIX_READ)
  ResponseEntity<byte[]> tryOut(
      @AuthenticationPrincipal ApiCaller caller, HttpServletRequest request) throws IOException {
    Query.of(request);
    var faults = new ArrayList<Fault>();
    var body = Members.of(Body.json(request).tree(), "", faults);
    var question = body.neededText("question", LONGEST);
    var named = body.text("language", RowLimits.LANGUAGE);
    var matter = matter(body);
    body.end();
    var language = Language.of(named);
    if (!named.isEmpty() && language.isEmpty()) {
      body.fault("language", Kind.VALUE, named, "es | en | pt");
    }
    if (!faults.isEmpty()) {
      throw Fault.refused(faults);
    }
    var spoken = language.orElseGet(() -> workspaces.find(caller.workspace()).language());
    var trial = responders.tryOut(caller.workspace(), matter, question, spoken);
    return Answer.of(Answer.OK, TrialWriter.written(trial)).response();
  }

  /// What customers are answered from, or what they would be if the draft were published now.
  private static Matter matter(Members body) {
    var named = body.text("version", RowLimits.LANGUAGE);
    return switch (named) {
      case "", "published" -> Matter.PUBLISHED;
      case "draft" -> Matter.DRAFT;
      default -> {
        body.fault("version", Kind.VALUE, named, "published | draft");
        yield Matter.PUBLISHED;
      }
    };
  }
}
