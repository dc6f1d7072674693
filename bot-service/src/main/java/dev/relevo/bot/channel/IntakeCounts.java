package dev.relevo.bot.channel;

import dev.relevo.crm.contact.ChannelId;
import io.micrometer.core.instrument.MeterRegistry;

/// What came into the ledger, by channel: `relevo.intake.messages`, `.receipts`, `.duplicates`.
record IntakeCounts(MeterRegistry meters) {

  void add(ChannelId channel, Intake.Accepted accepted) {
    add(channel, "messages", accepted.messages());
    add(channel, "receipts", accepted.receipts());
    add(channel, "duplicates", accepted.duplicates());
  }

  private void add(ChannelId channel, String what, int number) {
    meters.counter("relevo.intake." + what, "channel", channel.value()).increment(number);
  }
}
