package dev.relevo.bot.problem;

import dev.relevo.crm.workspace.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Says why a request was refused: `application/problem+json` (RFC 9457).
public final class ProblemAnswer {

  private static final JsonMapper JSON = JsonMapper.shared();

  private ProblemAnswer() {}

  /// Answers in what the caller's `Accept-Language` asks for first among the languages we speak,
  /// else in that language. Does nothing where an answer has begun already.
  public static void write(
      HttpServletRequest request, HttpServletResponse response, Refused refused, Language otherwise)
      throws IOException {
    write(response, refused, accepted(request).orElse(otherwise));
  }

  /// Answers in that language. Does nothing where an answer has begun already.
  public static void write(HttpServletResponse response, Refused refused, Language language)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    var problem = refused.problem();
    var body = new LinkedHashMap<String, Object>();
    body.put("type", problem.type());
    body.put("title", problem.title(language));
    body.put("status", problem.status().value());
    body.put("detail", problem.detail(language, refused.arguments()));
    refused.members().forEach((name, value) -> body.put(name, value.apply(language)));
    refused.retryAfter().ifPresent(it -> response.setHeader("Retry-After", seconds(it)));
    response.setStatus(problem.status().value());
    response.setContentType("application/problem+json");
    response.setHeader("Content-Language", language.code());
    response.getOutputStream().write(JSON.writeValueAsBytes(body));
  }

  /// What the caller's `Accept-Language` names first among the languages we speak.
  public static Optional<Language> accepted(HttpServletRequest request) {
    var header = request.getHeader("Accept-Language");
    if (header == null) {
      return Optional.empty();
    }
    for (var tag : header.split(",", 10)) {
      var language = Language.of(tag.split(";", 2)[0].strip());
      if (language.isPresent()) {
        return language;
      }
    }
    return Optional.empty();
  }

  private static String seconds(Duration wait) {
    return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
  }
}
