package dev.relevo.bot.access;

/// A member asked for what their role does not reach, such as inviting an owner as a manager.
public final class NotAllowed extends RuntimeException {

  NotAllowed(String what) {
    super(what);
  }
}
