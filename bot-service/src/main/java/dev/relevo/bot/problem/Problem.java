package dev.relevo.bot.problem;

import dev.relevo.crm.workspace.Language;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/// Every way a request of a program can fail: partners' programs (`/api`) and the web chat's page.
/// The words are in `problem/problems_*.properties`, a page for each at [#type()], tables in
/// `docs/api.md` and `docs/webchat.md`.
public enum Problem {

  // Anybody's.
  BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
  FILE_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
  TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
  TEMPORARILY_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
  INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR),

  // A program's.
  KEY_MISSING(HttpStatus.UNAUTHORIZED),
  KEY_UNKNOWN(HttpStatus.UNAUTHORIZED),
  TOO_MANY_UNKNOWN_KEYS(HttpStatus.TOO_MANY_REQUESTS),
  SCOPE_MISSING(HttpStatus.FORBIDDEN),
  NO_SUCH_ADDRESS(HttpStatus.NOT_FOUND),
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
  MEDIA_TYPE_UNSUPPORTED(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
  REQUEST_MALFORMED(HttpStatus.BAD_REQUEST),
  PARAMETER_REFUSED(HttpStatus.BAD_REQUEST),
  HEADER_REFUSED(HttpStatus.BAD_REQUEST),
  JSON_MALFORMED(HttpStatus.BAD_REQUEST),
  FIELDS_REFUSED(HttpStatus.BAD_REQUEST),
  ROW_UNKNOWN(HttpStatus.NOT_FOUND),
  ROW_EXISTS(HttpStatus.CONFLICT),
  ROW_CHANGED(HttpStatus.PRECONDITION_FAILED),
  IF_MATCH_MISSING(HttpStatus.PRECONDITION_REQUIRED),
  IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT),
  VERSION_UNKNOWN(HttpStatus.NOT_FOUND),
  NOTHING_TO_PUBLISH(HttpStatus.UNPROCESSABLE_CONTENT),
  MATRIX_HAS_ERRORS(HttpStatus.UNPROCESSABLE_CONTENT),
  FILE_NOT_A_MATRIX(HttpStatus.UNPROCESSABLE_CONTENT),
  CELL_TOO_LONG(HttpStatus.UNPROCESSABLE_CONTENT),
  PROPOSAL_OPEN(HttpStatus.CONFLICT),
  DRAFT_CHANGED(HttpStatus.CONFLICT),

  // A visitor's page.
  CHANNEL_UNKNOWN(HttpStatus.NOT_FOUND),
  ORIGIN_NOT_ALLOWED(HttpStatus.FORBIDDEN),
  TOKEN_MISSING(HttpStatus.UNAUTHORIZED),
  TOKEN_INVALID(HttpStatus.UNAUTHORIZED),
  TOKEN_EXPIRED(HttpStatus.UNAUTHORIZED),
  NOT_READABLE(HttpStatus.BAD_REQUEST),
  NOTHING_SAID(HttpStatus.UNPROCESSABLE_CONTENT),
  TEXT_TOO_LONG(HttpStatus.UNPROCESSABLE_CONTENT),
  OPTION_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT),
  ATTACHMENT_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT),
  ANSWER_UNKNOWN(HttpStatus.NOT_FOUND),
  FILE_EMPTY(HttpStatus.UNPROCESSABLE_CONTENT),
  FILE_TYPE_NOT_ALLOWED(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
  FILE_GONE(HttpStatus.NOT_FOUND),
  NO_CONVERSATION_YET(HttpStatus.CONFLICT),
  TOO_MANY_STREAMS(HttpStatus.TOO_MANY_REQUESTS);

  private final HttpStatus status;

  Problem(HttpStatus status) {
    this.status = status;
  }

  public HttpStatus status() {
    return status;
  }

  /// Its name in addresses: `row-changed`.
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Where it is explained, and its identity in an answer (RFC 9457): `/problems/row-changed`.
  public String type() {
    return "/problems/" + slug();
  }

  /// A few words that name it.
  String title(Language language) {
    return ProblemWords.in(language).of(slug() + ".title", List.of());
  }

  /// One sentence: what, where, what to do.
  ///
  /// @param arguments fill the sentence's holes; it has as many as the entry's callers give
  String detail(Language language, List<String> arguments) {
    return ProblemWords.in(language).of(slug() + ".detail", arguments);
  }

  /// When it happens and how it is put right, for the page.
  String explanation(Language language) {
    return ProblemWords.in(language).of(slug() + ".more", List.of());
  }
}
