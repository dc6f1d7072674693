package dev.relevo.bot.setting;

/// The start is refused for a reason its operator can remedy. The message is one sentence, or two,
/// that names the setting, folder, port or address and says what to do; it is printed alone,
/// without a stack trace, and the process ends with a code other than 0.
public final class CannotStart extends RuntimeException {

  public CannotStart(String sentence) {
    super(sentence);
  }

  public CannotStart(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
