package dev.relevo.bot.channel.webchat;

import dev.relevo.bot.channel.IntakeBusy;
import dev.relevo.crm.workspace.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.json.JsonMapper;

/// Says to a visitor's page why a request was refused: `application/problem+json` (RFC 9457), the
/// sentence in the visitor's language.
@RestControllerAdvice(basePackageClasses = Problems.class)
final class Problems {

  private static final Logger log = LoggerFactory.getLogger(Problems.class);
  private static final JsonMapper JSON = JsonMapper.shared();

  @ExceptionHandler
  void refused(Refused refused, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(response, refused, language(request));
  }

  /// The database is away or slow: the page keeps what it has and tries again.
  @ExceptionHandler({IntakeBusy.class, DataAccessException.class, TransactionException.class})
  void unavailable(
      RuntimeException failure, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    log.atWarn().setCause(failure).log("a visitor could not be served");
    var refused = new Refused(Refusal.TEMPORARILY_UNAVAILABLE, Optional.of(Duration.ofSeconds(2)));
    write(response, refused, language(request));
  }

  /// What the visitor's token says they speak, else what the browser says.
  static Language language(HttpServletRequest request) {
    if (request.getAttribute(VisitingArgument.LANGUAGE) instanceof Language known) {
      return known;
    }
    var accepted = request.getHeader("Accept-Language");
    return accepted == null ? Language.ES : Words.accepted(accepted).orElse(Language.ES);
  }

  static void write(HttpServletResponse response, Refused refused, Language language)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    var refusal = refused.refusal();
    var problem = new LinkedHashMap<String, Object>();
    problem.put("type", "/problems/" + refusal.slug());
    problem.put("title", refusal.status().getReasonPhrase());
    problem.put("status", refusal.status().value());
    problem.put("detail", refusal.sentence(language));
    refused.retryAfter().ifPresent(it -> response.setHeader("Retry-After", seconds(it)));
    response.setStatus(refusal.status().value());
    response.setContentType("application/problem+json");
    response
        .getOutputStream()
        .write(JSON.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
  }

  private static String seconds(Duration wait) {
    return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
  }
}
