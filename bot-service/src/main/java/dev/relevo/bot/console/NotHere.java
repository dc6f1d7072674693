package dev.relevo.bot.console;

/// What a link names is not in this workspace: erased, merged away, another business's, or never
/// there.
public final class NotHere extends RuntimeException {

  public NotHere(String what) {
    super(what);
  }
}
