package dev.relevo.bot.channel;

/// What must be assembled for something to be accepted.
final class LedgerBeans {

  private LedgerBeans() {}

  static Class<?>[] all() {
    return new Class<?>[] {
      Intake.class,
      GroupCommit.class,
      Accepting.class,
      Listening.class,
      InboundTable.class,
      ReceiptLedger.class,
      MediaTable.class,
      ChannelRecords.class
    };
  }
}
