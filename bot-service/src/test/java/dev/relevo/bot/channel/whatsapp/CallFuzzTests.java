package dev.relevo.bot.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.relevo.bot.channel.Arrival;
import dev.relevo.bot.channel.WebhookChannel.Translation;
import dev.relevo.crm.sql.Column;
import dev.relevo.knowledge.InTime;
import dev.relevo.knowledge.KeptInputs;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Whatever is signed is read or refused in time, and what is read can be stored. `verify` replays
/// the inputs that are kept, each of which took another way through the code; with `-Pfuzz` Jazzer
/// goes on from them.
class CallFuzzTests {

  private static final WhatsAppChannel CHANNEL = Examples.channel();

  @FuzzTest(maxDuration = "", maxExecutions = 10_000_000)
  void aSignedCallIsReadOrRefused(byte[] body) {
    InTime.call(() -> isRead(body));
  }

  @Test
  void ofWhatIsKeptSomeIsReadAndSomeRefused() {
    KeptInputs.requireBoth(
        CallFuzzTests.class, "aSignedCallIsReadOrRefused", CallFuzzTests::isRead);
  }

  /// Signs it and lets it be read; false when it was refused.
  static boolean isRead(byte[] body) {
    var headers = Map.of("x-hub-signature-256", Examples.META.signature(body));
    return switch (CHANNEL.translate(headers, body)) {
      case Translation.Arrivals(var arrivals) -> {
        arrivals.forEach(CallFuzzTests::requireStorable);
        yield true;
      }
      case Translation.Unreadable _ -> false;
      case Translation.Forged it -> throw new AssertionError("it was signed: " + it);
    };
  }

  private static void requireStorable(Arrival arrival) {
    var id =
        switch (arrival) {
          case Arrival.Message it -> it.externalId();
          case Arrival.Echo it -> it.externalId();
          case Arrival.Receipt it -> it.externalId();
          case Arrival.AliasChanged it -> it.externalId();
          case Arrival.Unsupported it -> it.kind();
        };
    assertThat(id).isNotBlank().hasSizeLessThanOrEqualTo(300);
    var all = arrival.toString();
    assertThat(all).isEqualTo(Column.clean(all));
    assertThat(arrival.raw()).isEqualTo(Column.cleanJson(arrival.raw()));
  }
}
