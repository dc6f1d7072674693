package dev.relevo.bot.channel.webchat;

import dev.relevo.bot.channel.IntakeBusy;
import dev.relevo.bot.problem.Problem;
import dev.relevo.bot.problem.ProblemAnswer;
import dev.relevo.bot.problem.Refused;
import dev.relevo.crm.workspace.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Says to a visitor's page why a request was refused: `application/problem+json` (RFC 9457), the
/// sentence in the visitor's language.
@RestControllerAdvice(basePackageClasses = Problems.class)
final class Problems {

  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  @ExceptionHandler
  void refused(Refused refused, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(request, response, refused);
  }

  /// The database is away or slow: the page keeps what it has and tries again.
  @ExceptionHandler({IntakeBusy.class, DataAccessException.class, TransactionException.class})
  void unavailable(
      RuntimeException failure, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    log.atWarn().setCause(failure).log("a visitor could not be served");
    var refused = new Refused(Problem.TEMPORARILY_UNAVAILABLE).retryAfter(Duration.ofSeconds(2));
    write(request, response, refused);
  }

  /// In the language of the visitor's token, else in what the browser asks for.
  static void write(HttpServletRequest request, HttpServletResponse response, Refused refused)
      throws IOException {
    if (request.getAttribute(VisitingArgument.LANGUAGE) instanceof Language known) {
      ProblemAnswer.write(response, refused, known);
    } else {
      ProblemAnswer.write(request, response, refused, Language.ES);
    }
  }
}
