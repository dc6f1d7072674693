package dev.relevo.bot.channel;

/// What came in could not be stored now. Nothing of it is lost as long as the sender sends it
/// again; what was stored of it already is recognised then.
public final class IntakeBusy extends RuntimeException {

  IntakeBusy(String why) {
    super(why);
  }

  IntakeBusy(String why, Throwable cause) {
    super(why, cause);
  }
}
