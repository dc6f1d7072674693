package dev.relevo.bot.channel.webchat;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.relevo.bot.channel.webchat.Limits.Act;
import dev.relevo.bot.pace.RemoteAddress;
import dev.relevo.bot.problem.Problem;
import dev.relevo.bot.problem.ProblemAnswer;
import dev.relevo.bot.problem.Refused;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Wording;
import dev.relevo.crm.workspace.Workspaces;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/// Where a page begins: it gets a token, and what it needs to show before anything was said.
@RestController
final class SessionController {

  private final Workspaces workspaces;
  private final Members members;
  private final VisitorKeys keys;
  private final Limits limits;
  private final VisitorThreads threads;

  SessionController(
      Workspaces workspaces,
      Members members,
      VisitorKeys keys,
      Limits limits,
      VisitorThreads threads) {
    this.workspaces = workspaces;
    this.members = members;
    this.keys = keys;
    this.limits = limits;
    this.threads = threads;
  }

  /// What a page sends.
  record Wanted(@Nullable String deviceKey, @Nullable String language) {}

  /// What it gets.
  ///
  /// @param started whether something was said already, in which case there is a history to read
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Session(
      String token,
      Instant expiresAt,
      String deviceKey,
      String language,
      String business,
      boolean someoneIsThere,
      boolean started,
      Greeting greeting,
      Bounds limits) {}

  record Bounds(int text, long fileBytes, List<String> fileTypes) {}

  /// A page that sends no `Origin` is no page: browsers send it with every POST.
  @PostMapping(OriginGate.PATH + "{channel}/sessions")
  Session open(
      @RequestAttribute(OriginGate.CHANNEL) WebChatChannel channel, HttpServletRequest request) {
    if (request.getHeader("Origin") == null) {
      throw new Refused(Problem.ORIGIN_NOT_ALLOWED);
    }
    limits.count(Act.SESSION, RemoteAddress.of(request));
    var wanted = Bodies.read(request, Wanted.class);
    var visitor =
        Optional.ofNullable(wanted.deviceKey())
            .flatMap(it -> keys.recognise(it, channel.id()))
            .orElseGet(() -> keys.stranger(channel.id()));
    return session(channel, visitor, language(wanted, request, channel));
  }

  private Session session(WebChatChannel channel, Visitor visitor, Language language) {
    var token = keys.token(visitor, language);
    var greeting =
        Greeting.of(
            workspaces.text(channel.workspace(), Wording.GREETING, language),
            workspaces.text(channel.workspace(), Wording.TALK_TO_A_PERSON, language));
    return new Session(
        token.text(),
        token.expires(),
        keys.deviceKey(visitor),
        language.code(),
        workspaces.find(channel.workspace()).name(),
        members.someoneIsThere(channel.workspace()),
        threads.address(channel, visitor).isPresent(),
        greeting,
        new Bounds(Speech.LONGEST, VisitorFileController.LIMIT, VisitorFileController.ACCEPTED));
  }

  private Language language(Wanted wanted, HttpServletRequest request, WebChatChannel channel) {
    var said = Optional.ofNullable(wanted.language()).flatMap(Language::of);
    var accepted = ProblemAnswer.accepted(request);
    return said.or(() -> accepted).orElseGet(() -> workspaces.find(channel.workspace()).language());
  }
}
