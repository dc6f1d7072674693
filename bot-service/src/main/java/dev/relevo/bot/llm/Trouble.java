package dev.relevo.bot.llm;

import java.util.Locale;

/// What is wrong with a connection, as far as a call can tell.
public enum Trouble {
  /// No model is connected.
  NONE_CONNECTED(Answer.Fault.REFUSED),
  /// There is no such host.
  HOST_UNKNOWN(Answer.Fault.REFUSED),
  /// The host lies in a network that consoles may not reach.
  HOST_PRIVATE(Answer.Fault.REFUSED),
  /// Nobody answers there.
  UNREACHABLE(Answer.Fault.DOWN),
  /// Its certificate is not to be trusted.
  CERTIFICATE(Answer.Fault.REFUSED),
  /// 401, 403.
  KEY_REFUSED(Answer.Fault.REFUSED),
  /// 404: there is no such model, or the address leads elsewhere.
  NOT_FOUND(Answer.Fault.REFUSED),
  /// The account has no money left.
  QUOTA_USED_UP(Answer.Fault.REFUSED),
  /// Another 3xx or 4xx.
  REQUEST_REFUSED(Answer.Fault.REFUSED),
  /// 429.
  BUSY(Answer.Fault.BUSY),
  /// 5xx.
  BROKEN(Answer.Fault.DOWN),
  /// It did not answer in time.
  SLOW(Answer.Fault.SLOW),
  /// The answer broke off.
  CUT(Answer.Fault.CUT),
  /// It answers, but not like an OpenAI-compatible endpoint.
  GARBLED(Answer.Fault.GARBLED),
  EMPTY(Answer.Fault.EMPTY),
  UNFINISHED(Answer.Fault.UNFINISHED),
  CONTEXT_TOO_LONG(Answer.Fault.CONTEXT_TOO_LONG),
  /// Our own budget or bounds did not let the call pass.
  NOT_ALLOWED(Answer.Fault.REFUSED);

  private final Answer.Fault fault;

  Trouble(Answer.Fault fault) {
    this.fault = fault;
  }

  /// The console's text that says it and what to do, with the host and the model's name as
  /// arguments: `model.trouble.key-refused`.
  public String key() {
    return "model.trouble." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Answer.Fault fault() {
    return fault;
  }

  /// Whether the endpoint did its part, however little use the answer is.
  boolean isAnswer() {
    return switch (this) {
      case EMPTY, UNFINISHED, CONTEXT_TOO_LONG, REQUEST_REFUSED, NOT_ALLOWED -> true;
      case NONE_CONNECTED,
          HOST_UNKNOWN,
          HOST_PRIVATE,
          UNREACHABLE,
          CERTIFICATE,
          KEY_REFUSED,
          NOT_FOUND,
          QUOTA_USED_UP,
          BUSY,
          BROKEN,
          SLOW,
          CUT,
          GARBLED ->
          false;
    };
  }

  /// Whether the provider may have billed it, although nothing came that can be used.
  boolean mayBeBilled() {
    return switch (this) {
      case SLOW, CUT, GARBLED, EMPTY, UNFINISHED -> true;
      case NONE_CONNECTED,
          HOST_UNKNOWN,
          HOST_PRIVATE,
          UNREACHABLE,
          CERTIFICATE,
          KEY_REFUSED,
          NOT_FOUND,
          QUOTA_USED_UP,
          REQUEST_REFUSED,
          BUSY,
          BROKEN,
          CONTEXT_TOO_LONG,
          NOT_ALLOWED ->
          false;
    };
  }
}
