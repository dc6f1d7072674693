package dev.relevo.bot.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.Beside;
import dev.relevo.bot.channel.WebhookChannel.Translation;
import dev.relevo.knowledge.InTime;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The examples, mangled as JSON and signed, so that they get past the door; [CallFuzzTests]
/// mangles bytes.
@Beside
class MutatedCallsTests {

  private final WhatsAppChannel channel = Examples.channel();

  @Test
  void survivesEveryMutation() {
    survives(20_000, 20261126);
  }

  @Test
  @Tag("long")
  void survivesAHundredThousandMutations() {
    survives(100_000, 20261123);
  }

  private static void survives(int mutations, long seed) {
    var calls = new Mutations(seed);
    var read = 0;
    for (var n = 0; n < mutations; n++) {
      read += isRead(calls.next()) ? 1 : 0;
    }
    // A mutation that nothing survives would prove nothing.
    assertThat(read).isGreaterThan(mutations / 2);
  }

  private static boolean isRead(byte[] call) {
    try {
      return InTime.call(() -> CallFuzzTests.isRead(call));
    } catch (RuntimeException | AssertionError failed) {
      throw new AssertionError(new String(call, StandardCharsets.UTF_8), failed);
    }
  }

  @Test
  void refusesEveryChangedByte() {
    var body = Examples.body("text");
    var headers = Map.of("x-hub-signature-256", Examples.META.signature(body));
    for (var n = 0; n < body.length; n++) {
      var changed = body.clone();
      changed[n] ^= 1;
      assertThat(channel.translate(headers, changed)).isInstanceOf(Translation.Forged.class);
    }
  }

  @Test
  void refusesWhatIsNotSigned() {
    var body = Examples.body("text");
    var right = Examples.META.signature(body);
    var others =
        new String[] {
          "",
          "sha256=",
          right.substring(7),
          right.toUpperCase(java.util.Locale.ROOT),
          right + "0",
          right.replace("sha256", "sha1"),
          " " + right
        };

    assertThat(channel.translate(Map.of(), body)).isInstanceOf(Translation.Forged.class);
    for (var other : others) {
      assertThat(channel.translate(Map.of("x-hub-signature-256", other), body))
          .as(other)
          .isInstanceOf(Translation.Forged.class);
    }
  }

  @Test
  void saysThatDeepAndBrokenCallsCannotBeRead() {
    for (var body :
        new String[] {
          "",
          "{",
          "[]",
          "null",
          "7",
          "[".repeat(100_000),
          "{\"a\":".repeat(10_000),
          "{\"entry\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}",
          "\u0000",
          "{\"a\":1e}"
        }) {
      assertThat(translate(body.getBytes(StandardCharsets.UTF_8)))
          .as(body.substring(0, Math.min(20, body.length())))
          .isInstanceOf(Translation.Unreadable.class);
    }
  }

  @Test
  void readsACallAsLargeAsTheyCome() {
    var messages = new StringBuilder();
    var count = 0;
    while (messages.length() < WhatsAppChannel.BODY - 1_000) {
      messages.append(
          "{\"from\":\"593991234567\",\"id\":\"wamid.%d\",\"type\":\"text\",\"text\":{\"body\":\"x\"}},"
              .formatted(count++));
    }
    messages.setLength(messages.length() - 1);
    var body = Examples.META.messages("", messages.toString()).getBytes(StandardCharsets.UTF_8);

    assertThat(Examples.arrivals(body)).hasSize(count);
  }

  private Translation translate(byte[] body) {
    return channel.translate(Map.of("x-hub-signature-256", Examples.META.signature(body)), body);
  }
}
