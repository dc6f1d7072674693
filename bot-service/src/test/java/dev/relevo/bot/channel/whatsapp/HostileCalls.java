package dev.relevo.bot.channel.whatsapp;

import dev.relevo.bot.channel.Arrival;
import dev.relevo.bot.channel.WebhookChannel.Translation;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Calls as Meta makes them, mangled and signed, so that they get past the door, one after the
/// other. What must not happen ends it with an error that holds the call.
public final class HostileCalls {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /// Of the processor, whatever else the machine does.
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final WhatsAppChannel channel = Examples.channel();
  private final Mutations mutations;

  public HostileCalls(long seed) {
    this.mutations = new Mutations(seed);
  }

  /// Makes the next one; true when something was read from it.
  ///
  /// @throws AssertionError when it was taken for forged, took long, threw, or led to something
  ///   that PostgreSQL does not store
  public boolean next() {
    var body = mutations.next();
    var started = THREADS.getCurrentThreadCpuTime();
    var read = isRead(body);
    if (THREADS.getCurrentThreadCpuTime() - started > LONGEST.toNanos()) {
      throw failed("it took longer than " + LONGEST, body, null);
    }
    return read;
  }

  private boolean isRead(byte[] body) {
    try {
      return switch (translate(body)) {
        case Translation.Arrivals(var arrivals) -> {
          if (!arrivals.stream().allMatch(HostileCalls::storable)) {
            throw failed("it cannot be stored", body, null);
          }
          yield true;
        }
        case Translation.Unreadable _ -> false;
        case Translation.Forged _ -> throw failed("it was signed", body, null);
      };
    } catch (RuntimeException | StackOverflowError thrown) {
      throw failed("it threw", body, thrown);
    }
  }

  private Translation translate(byte[] body) {
    return channel.translate(Map.of("x-hub-signature-256", Examples.META.signature(body)), body);
  }

  private static AssertionError failed(String what, byte[] body, @Nullable Throwable thrown) {
    return new AssertionError(what + ": " + new String(body, StandardCharsets.UTF_8), thrown);
  }

  /// Whether PostgreSQL takes it.
  private static boolean storable(Arrival arrival) {
    var id =
        switch (arrival) {
          case Arrival.Message it -> it.externalId();
          case Arrival.Echo it -> it.externalId();
          case Arrival.Receipt it -> it.externalId();
          case Arrival.AliasChanged it -> it.externalId();
          case Arrival.Unsupported it -> it.kind();
        };
    var all = arrival.toString();
    return !id.isBlank()
        && id.length() <= 300
        && all.indexOf('\u0000') < 0
        && !all.contains("\\u0000")
        && StandardCharsets.UTF_8.newEncoder().canEncode(all);
  }
}
