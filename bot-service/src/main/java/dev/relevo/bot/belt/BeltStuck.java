package dev.relevo.bot.belt;

/// The cluster did not say in time that it has everything.
public final class BeltStuck extends RuntimeException {

  BeltStuck(Throwable cause) {
    super("the cluster did not take it in time", cause);
  }
}
