package dev.relevo.bot.console;

/// A request no page of ours makes.
public final class NotUnderstood extends RuntimeException {

  public NotUnderstood(String what) {
    super(what);
  }
}
