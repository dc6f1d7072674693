package dev.relevo.bot.channel.webchat;

import dev.relevo.crm.workspace.Language;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/// Every way a request of the web chat can be refused. The sentences are in
/// `webchat/refusals_*.properties`, the table in `docs/webchat.md`.
enum Refusal {
  CHANNEL_UNKNOWN(HttpStatus.NOT_FOUND),
  ORIGIN_NOT_ALLOWED(HttpStatus.FORBIDDEN),
  TOKEN_MISSING(HttpStatus.UNAUTHORIZED),
  TOKEN_INVALID(HttpStatus.UNAUTHORIZED),
  TOKEN_EXPIRED(HttpStatus.UNAUTHORIZED),
  NOT_READABLE(HttpStatus.BAD_REQUEST),
  BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
  NOTHING_SAID(HttpStatus.UNPROCESSABLE_CONTENT),
  TEXT_TOO_LONG(HttpStatus.UNPROCESSABLE_CONTENT),
  OPTION_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT),
  ATTACHMENT_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT),
  ANSWER_UNKNOWN(HttpStatus.NOT_FOUND),
  FILE_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
  FILE_EMPTY(HttpStatus.UNPROCESSABLE_CONTENT),
  FILE_TYPE_NOT_ALLOWED(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
  FILE_GONE(HttpStatus.NOT_FOUND),
  NO_CONVERSATION_YET(HttpStatus.CONFLICT),
  TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
  TOO_MANY_STREAMS(HttpStatus.TOO_MANY_REQUESTS),
  TEMPORARILY_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE);

  private final HttpStatus status;

  Refusal(HttpStatus status) {
    this.status = status;
  }

  HttpStatus status() {
    return status;
  }

  /// Its name in addresses: `text-too-long`.
  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String sentence(Language language) {
    return Words.of("refusals", language).getProperty(slug());
  }
}
