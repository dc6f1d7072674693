package dev.relevo.bot.operation;

import static dev.relevo.bot.TestBot.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.browser.RunningApplication;
import dev.relevo.bot.channel.whatsapp.GraphStandIn.Answer;
import dev.relevo.bot.console.ConnectedModel;
import dev.relevo.bot.lane.Loop;
import dev.relevo.bot.outbox.Outbox;
import dev.relevo.bot.outbox.Post;
import dev.relevo.bot.standin.ModelFault;
import dev.relevo.bot.standin.ObedientToSources;
import dev.relevo.crm.contact.Alias;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/// What the metrics say of what happened, read as Prometheus reads them. Other tests count there,
/// too, so each looks at what was added.
class MetricsIT {

  private static final RunningApplication APPLICATION = RunningApplication.shared();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static final ChannelId WHATSAPP = new ChannelId("whatsapp");
  private static final String KNOWN = "¿Qué es la API de WhatsApp?";
  private static final String UNKNOWN = "¿y el costo en Galápagos, más o menos?";

  private static final String ANSWERED = "relevo_turns_total{outcome=\"REPLY\"}";
  private static final String LAGS = "relevo_turn_lag_seconds_count";
  private static final String LAG = "relevo_turn_lag_seconds_sum";
  private static final String WAITING = "relevo_turns_waiting";
  private static final String OLDEST = "relevo_turns_oldest_seconds";
  private static final String DUE = "relevo_parcels_waiting";
  private static final String OLDEST_DUE = "relevo_parcels_oldest_seconds";
  private static final String DEAD = "relevo_parcels_dead";
  private static final String OUTSIDE = "relevo_parcels_refused_total{reason=\"window_closed\"}";
  private static final String PAUSED = "relevo_channel_paused{channel=\"whatsapp\"}";
  private static final String MICROS = "relevo_model_micros_total{purpose=\"answer\"}";

  @AfterAll
  static void close() {
    CLIENT.close();
  }

  @Test
  void anAnswerCountsWithWhatItTookAndWhetherItWasSent() {
    var answered = value(ANSWERED);
    var lags = value(LAGS);
    var lag = value(LAG);
    var calls = value(calls("accepted"));
    var sent = value(sends("accepted"));
    var begun = Instant.now();

    writes(phone(), KNOWN);

    await("its turn", () -> value(ANSWERED) == answered + 1);
    await("its send", () -> value(sends("accepted")) == sent + 1);
    assertThat(value(calls("accepted"))).isEqualTo(calls + 1);
    assertThat(value(LAGS)).isEqualTo(lags + 1);
    assertThat(value(LAG) - lag)
        .isPositive()
        .isLessThan(Duration.between(begun, Instant.now()).toMillis() / 1000.0);
  }

  @Test
  void aTurnThatThinksIsTheLagAndItsModelCostsWhatIsPaidForIt() throws Exception {
    var waiting = looked(WAITING);
    var micros = value(MICROS);
    var asked = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    try (var model = new ConnectedModel()) {
      model
          .provider()
          .failing(new ModelFault.WrongUsage(2_000, 500))
          .answering(it -> {
            asked.countDown();
            pass(goOn);
            return new ObedientToSources().answer(it);
          });
      var phone = phone();
      writes(phone, UNKNOWN);
      pass(asked);

      await("it waits", () -> looked(WAITING) == waiting + 1);
      assertThat(value(OLDEST)).isPositive();

      goOn.countDown();
      await("its answer", () -> isAnswered(phone));
      await("nobody waits", () -> looked(WAITING) == waiting);
      // Of 0.15 for a million tokens read, and 0.60 for as many written.
      assertThat(value(MICROS)).isEqualTo(micros + 2_000 * 0.15 + 500 * 0.60);
    }
  }

  @Test
  void whatTheProviderRefusesIsADeadLetterAndSoIsWhatComesAfterTheWindow() {
    var dead = looked(DEAD);
    var refused = value(sends("refused"));
    var outside = value(OUTSIDE);
    var accepted = value(sends("accepted"));

    var phone = phone();
    APPLICATION.meta().answering("+" + phone, new Answer.Refuse(400, 131026, "undeliverable"));
    writes(phone, KNOWN);
    await("a dead letter", () -> looked(DEAD) == dead + 1);
    assertThat(value(sends("refused"))).isEqualTo(refused + 1);
    assertThat(value(OUTSIDE)).isEqualTo(outside);

    lastWrote(phone, Duration.ofHours(25));
    says(phone, "¿Sigue ahí?");
    assertThat(value(OUTSIDE)).isEqualTo(outside + 1);
    assertThat(value(sends("refused"))).isEqualTo(refused + 1);
    assertThat(value(sends("accepted"))).isEqualTo(accepted);
    await("another dead letter", () -> looked(DEAD) == dead + 2);
  }

  @Test
  void aChannelInTroubleSaysSoAndWhatItCannotSendGetsOld() {
    var due = looked(DUE);
    assertThat(value(PAUSED)).isZero();

    var phone = phone();
    APPLICATION.meta().answering("+" + phone, new Answer.Refuse(401, 190, "expired"));
    writes(phone, KNOWN);
    await("the pause", () -> looked(PAUSED) == 1);
    assertThat(looked(DUE)).isEqualTo(due + 1);
    assertThat(value(OLDEST_DUE)).isPositive();
    assertThat(isAnswered(phone)).isFalse();

    assertThat(APPLICATION.bean(Outbox.class).resume(workspace(), WHATSAPP)).isTrue();
    await("its answer", () -> isAnswered(phone));
    await("nothing is due", () -> looked(DUE) == due);
    assertThat(looked(PAUSED)).isZero();
  }

  private static String sends(String result) {
    return "relevo_parcel_send_seconds_count{channel=\"whatsapp\",result=\"%s\"}".formatted(result);
  }

  private static String calls(String outcome) {
    return "relevo_webhook_calls_total{channel=\"whatsapp\",outcome=\"%s\"}".formatted(outcome);
  }

  /// The value after a look at the tables, which is taken every ten seconds otherwise.
  private static double looked(String metric) {
    for (var loop : List.of("dev.relevo.bot.turn.TurnLag", "dev.relevo.bot.outbox.OutboxLag")) {
      ReflectionTestUtils.invokeMethod(APPLICATION.bean(loop, Loop.class), "round");
    }
    return value(metric);
  }

  /// Of one series; 0 when it is not there.
  private static double value(String series) {
    return metrics()
        .lines()
        .filter(it -> it.startsWith(series + " "))
        .mapToDouble(it -> Double.parseDouble(it.substring(series.length()).strip()))
        .findFirst()
        .orElse(0);
  }

  private static String metrics() {
    var request =
        HttpRequest.newBuilder(APPLICATION.url("/actuator/prometheus"))
            .header("Authorization", "Bearer " + RunningApplication.METRICS_TOKEN)
            .build();
    try {
      return CLIENT.send(request, BodyHandlers.ofString()).body();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static String phone() {
    return "5939" + (System.nanoTime() % 100_000_000L + 100_000_000L);
  }

  private static void writes(String phone, String words) {
    var webhooks = APPLICATION.meta().webhooks();
    var id = "wamid." + UUID.randomUUID();
    var call = webhooks.text(phone, "Ana", id, Instant.now(), words);
    try {
      assertThat(webhooks.post(APPLICATION.url("/webhooks/whatsapp"), call)).isEqualTo(200);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// As if the customer had written so long ago.
  private static void lastWrote(String phone, Duration ago) {
    APPLICATION
        .bean(JdbcClient.class)
        .sql("UPDATE crm.address SET last_inbound_at = :at WHERE contact_id = :contact")
        .param("at", Instant.now().minus(ago).atOffset(ZoneOffset.UTC))
        .param("contact", contact(phone).value())
        .update();
  }

  /// We write to the customer.
  private static void says(String phone, String words) {
    APPLICATION
        .bean(Outbox.class)
        .post(
            new Post(
                contact(phone),
                new Author.Automatic("test"),
                List.of(new Content.Text(words)),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty()));
  }

  private static ContactId contact(String phone) {
    return APPLICATION
        .bean(Contacts.class)
        .address(workspace(), WHATSAPP, new Alias(Alias.Kind.PHONE, phone))
        .orElseThrow()
        .contact();
  }

  private static WorkspaceId workspace() {
    return APPLICATION.bean(Workspaces.class).all().getFirst().id();
  }

  private static boolean isAnswered(String phone) {
    return APPLICATION.meta().taken().stream().anyMatch(it -> it.to().endsWith(phone));
  }

  private static void pass(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).as("somebody came").isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
