package dev.relevo.bot.channel.whatsapp;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// How long to leave a customer or the whole number alone after Meta said "too much", longer each
/// time in a row. In memory: a restart begins again with the shortest wait.
final class Patience {

  private static final int REMEMBERED = 10_000;
  private static final int CUSTOMER_STEPS = 5;
  private static final int CHANNEL_STEPS = 6;

  private final Map<String, Integer> customers = new Recent();
  private final Map<String, Integer> once = new Recent();
  private int channel;

  /// 1, 4, 16 … 1024 seconds, as Meta asks.
  synchronized Duration customer(String to) {
    var step = customers.merge(to, 1, Integer::sum) - 1;
    return Duration.ofSeconds(1L << (2 * Math.min(step, CUSTOMER_STEPS)));
  }

  /// 1, 2, 4 … 64 seconds.
  synchronized Duration channel() {
    return Duration.ofSeconds(1L << Math.min(channel++, CHANNEL_STEPS));
  }

  /// True the first time that reference is asked about.
  synchronized boolean firstTime(String reference) {
    return once.put(reference, 1) == null;
  }

  /// Something was taken: the next "too much" is the first again.
  synchronized void accepted(String to) {
    channel = 0;
    customers.remove(to);
  }

  /// Forgets the eldest.
  private static final class Recent extends LinkedHashMap<String, Integer> {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
      return size() > REMEMBERED;
    }
  }
}
