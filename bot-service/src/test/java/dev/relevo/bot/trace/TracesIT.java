package dev.relevo.bot.trace;

import static dev.relevo.bot.TestBot.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.browser.RunningApplication;
import dev.relevo.bot.setting.Secrets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a collector hears of the whole application.
class TracesIT {

  private static final RunningApplication APPLICATION = RunningApplication.shared();

  @Test
  void turnAndSendOfAMessageArriveAsOneTraceThatTellsNothingOfWhatWasSaid() throws Exception {
    var id = "wamid." + UUID.randomUUID();
    var phone = "5939" + (System.nanoTime() % 100_000_000L + 100_000_000L);
    var webhooks = APPLICATION.meta().webhooks();
    var asked =
        webhooks.text(phone, "Zacnite", id, Instant.now(), "¿Qué es la API de WhatsApp, colibrí?");
    assertThat(webhooks.post(APPLICATION.url("/webhooks/whatsapp"), asked)).isEqualTo(200);
    await("its answer", () -> answer(phone).isPresent());

    var trail = Trail.of(number(id), APPLICATION.bean(Secrets.class));
    var collector = APPLICATION.collector();
    await("its spans", () -> collector.spans(trail.traceId()).size() == 3);

    assertThat(collector.spans(trail.traceId()))
        .extracting(TraceCollector.Span::name)
        .containsExactlyInAnyOrder("message", "turn", "send");
    assertThat(collector.spans(trail.traceId()))
        .allSatisfy(it ->
            assertThat(it.name().equals("message") ? it.number() : it.parent())
                .isEqualTo(trail.spanId()));
    assertThat(collector.told().toLowerCase(Locale.ROOT))
        .contains("relevo.outcome")
        .doesNotContain(
            phone,
            phone.substring(3),
            "zacnite",
            "colibr",
            "api de whatsapp",
            answer(phone).orElseThrow().substring(0, 12).toLowerCase(Locale.ROOT),
            APPLICATION.meta().account().accessToken());
  }

  private static Optional<String> answer(String phone) {
    return APPLICATION.meta().taken().stream()
        .filter(it -> it.to().endsWith(phone))
        .map(it -> it.text())
        .findFirst();
  }

  private static long number(String id) {
    return APPLICATION
        .bean(JdbcClient.class)
        .sql("SELECT id FROM bot.inbound WHERE external_id = :id")
        .param("id", id)
        .query(Long.class)
        .single();
  }
}
