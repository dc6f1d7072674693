package dev.relevo.bot.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.BotService;
import dev.relevo.bot.TestBot;
import dev.relevo.crm.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The whole application's door for providers, over HTTP.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookIT {

  private static final int SLICE = 3_000;

  private final GraphStandIn meta = new GraphStandIn(Examples.ACCOUNT);
  private final MetaWebhooks webhooks = meta.webhooks();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private ConfigurableApplicationContext application;
  private URI webhook;

  @BeforeAll
  void start(@TempDir Path folder) {
    application =
        SpringApplication.run(
            BotService.class,
            "--server.port=0",
            "--relevo.data-dir=" + folder,
            "--relevo.database.url=" + TestDatabase.empty("webhooks"),
            "--relevo.database.user=postgres",
            "--relevo.database.password=postgres",
            "--relevo.channels[0].id=whatsapp-door",
            "--relevo.channels[0].type=whatsapp-cloud",
            "--relevo.channels[0].phone-number-id=" + meta.account().phoneNumberId(),
            "--relevo.channels[0].access-token=" + meta.account().accessToken(),
            "--relevo.channels[0].app-secret=" + meta.account().appSecret(),
            "--relevo.channels[0].verify-token=the-word",
            "--relevo.channels[0].graph-url=" + meta.url());
    webhook =
        URI.create(
            "http://127.0.0.1:%s/webhooks/whatsapp-door"
                .formatted(application.getEnvironment().getProperty("local.server.port")));
  }

  @AfterAll
  void stop() {
    meta.close();
    application.close();
  }

  @Test
  void answersExactly200WithNothingInItOnceItIsStored() throws Exception {
    var id = "wamid." + UUID.randomUUID();
    var body = text(id).getBytes(StandardCharsets.UTF_8);

    var answer = post(body, webhooks.signature(body));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
    assertThat(stored(id)).isEqualTo(1);
    assertThat(post(body, webhooks.signature(body)).statusCode()).isEqualTo(200);
    assertThat(stored(id)).isEqualTo(1);
  }

  @Test
  void refusesAndCountsWhatIsForgedAndStoresNothing() throws Exception {
    var id = "wamid." + UUID.randomUUID();
    var body = text(id).getBytes(StandardCharsets.UTF_8);
    var before = counted("forged");

    assertThat(post(body, "sha256=" + "0".repeat(64)).statusCode()).isEqualTo(401);
    assertThat(post(body, "").statusCode()).isEqualTo(401);
    var stranger = new MetaWebhooks(webhooks.phoneNumberId(), "another secret");
    assertThat(stranger.post(webhook, body)).isEqualTo(401);

    assertThat(counted("forged")).isEqualTo(before + 3);
    assertThat(stored(id)).isZero();
  }

  @Test
  void whoWritesStopIsToldSoOnceAndIsNoLongerSubscribedUntilTheyComeBack() throws Exception {
    var phone = "593990000077";
    says(phone, "STOP");
    awaitAnswers(phone, 1);
    assertThat(subscribed(phone)).isFalse();

    says(phone, "hola");
    awaitAnswers(phone, 2);
    assertThat(subscribed(phone)).as("a question is still answered, and changes nothing").isFalse();

    says(phone, "ALTA");
    awaitAnswers(phone, 3);
    assertThat(subscribed(phone)).isTrue();
  }

  private void says(String phone, String words) throws Exception {
    var id = "wamid." + UUID.randomUUID();
    assertThat(webhooks.post(webhook, webhooks.text(phone, "Ana", id, Instant.now(), words)))
        .isEqualTo(200);
  }

  private void awaitAnswers(String phone, int number) {
    TestBot.await(
        "answer " + number,
        () -> meta.taken().stream().filter(it -> it.to().endsWith(phone)).count() == number);
  }

  private boolean subscribed(String phone) {
    return application
        .getBean(JdbcClient.class)
        .sql("SELECT subscribed FROM crm.contact WHERE phone = :phone ORDER BY id DESC LIMIT 1")
        .param("phone", "+" + phone)
        .query(Boolean.class)
        .single();
  }

  @Test
  void ignoresAnotherNumbersMessages() throws Exception {
    var id = "wamid." + UUID.randomUUID();
    var other = new MetaWebhooks("999", meta.account().appSecret());

    assertThat(other.post(webhook, other.text("593990000001", "Ana", id, Instant.EPOCH, "Hola")))
        .isEqualTo(200);

    assertThat(stored(id)).isZero();
    assertThat(
            meters().get("relevo.intake.ignored").tag("kind", "another number").counter().count())
        .isPositive();
  }

  @Test
  void knowsNoOtherChannels() throws Exception {
    for (var name : new String[] {"nobody", "web", "", "UPPER", "a/b", "%2e%2e"}) {
      assertThat(webhooks.post(webhook.resolve("/webhooks/" + name), text("w")))
          .as(name)
          .isBetween(400, 404);
    }
  }

  @Test
  void answersTheCheckOfTheAddress() throws Exception {
    var right = get("?hub.mode=subscribe&hub.verify_token=the-word&hub.challenge=1158201444");
    assertThat(right.statusCode()).isEqualTo(200);
    assertThat(right.body()).isEqualTo("1158201444");
    assertThat(right.headers().firstValue("content-type").orElse("")).startsWith("text/plain");

    assertThat(get("?hub.mode=subscribe&hub.verify_token=no&hub.challenge=1").statusCode())
        .isEqualTo(403);
    assertThat(get("").statusCode()).isEqualTo(403);
  }

  @Test
  void refusesMoreThanThreeMegabytes() throws Exception {
    var large = new byte[WhatsAppChannel.BODY + 1];
    assertThat(post(large, webhooks.signature(large)).statusCode()).isEqualTo(413);
  }

  @Test
  void refusesMoreThanThreeMegabytesOfUnannouncedLength() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), webhook.getPort())) {
      socket.setSoTimeout(10_000);
      var out = socket.getOutputStream();
      out.write(
          """
          POST %s HTTP/1.1\r
          Host: localhost\r
          Transfer-Encoding: chunked\r
          \r
          """
              .formatted(webhook.getPath())
              .getBytes(StandardCharsets.US_ASCII));
      var piece = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
      writeAll(out, piece, 60);
      assertThat(firstLine(socket.getInputStream())).contains(" 413 ");
    }
  }

  @Test
  void takesTheBytesAsTheyComeWhateverTheyClaimToBe() throws Exception {
    for (var type :
        new String[] {
          "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/html", "x"
        }) {
      var id = "wamid." + UUID.randomUUID();
      var body = text(id).getBytes(StandardCharsets.UTF_8);
      var request =
          HttpRequest.newBuilder(webhook)
              .header("Content-Type", type)
              .header("Accept", "image/png")
              .header("X-Hub-Signature-256", webhooks.signature(body))
              .POST(HttpRequest.BodyPublishers.ofByteArray(body))
              .build();

      assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
          .as(type)
          .isEqualTo(200);
      assertThat(stored(id)).isEqualTo(1);
    }
  }

  @Test
  void answersEverySignedMutationWith200() throws Exception {
    var mutations = new Mutations(7);
    var calls = new ArrayList<Callable<Integer>>();
    for (var n = 0; n < SLICE; n++) {
      var body = mutations.next();
      calls.add(() -> webhooks.post(webhook, body));
    }
    try (var threads = Executors.newFixedThreadPool(16)) {
      for (var answer : threads.invokeAll(calls)) {
        assertThat(answer.get()).isEqualTo(200);
      }
    }
  }

  @Test
  void fetchesAPictureAfterItsMessage() throws Exception {
    var picture = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3};
    var file = meta.media().keep(picture, "image/png");
    var id = "wamid." + UUID.randomUUID();
    var message =
        """
        {"from":"593990000009","id":"%s","timestamp":"%d","type":"image",\
        "image":{"id":"%s","mime_type":"image/png","sha256":"%s","caption":"Mire"}}\
        """
            .formatted(id, Instant.now().getEpochSecond(), file, MediaShelf.sha256(picture));

    assertThat(webhooks.post(webhook, webhooks.message("593990000009", "Ana", message)))
        .isEqualTo(200);

    var end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (fetched(id) == 0 && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(fetched(id)).isEqualTo(1);
  }

  private String text(String id) {
    return webhooks.text("593990000001", "Ana", id, Instant.EPOCH.plusSeconds(1), "Hola");
  }

  private HttpResponse<String> post(byte[] body, String signature)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(webhook)
            .header("Content-Type", "application/json")
            .header("X-Hub-Signature-256", signature)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String query) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(webhook + query)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private long stored(String id) {
    return count("SELECT count(*) FROM bot.inbound WHERE external_id = :id", id);
  }

  private long fetched(String id) {
    return count(
        """
        SELECT count(*) FROM bot.inbound i JOIN bot.media m ON m.message_id = i.message_id
        WHERE i.external_id = :id AND m.state = 'DONE'
        """,
        id);
  }

  private long count(String sql, String id) {
    return application
        .getBean(JdbcClient.class)
        .sql(sql)
        .param("id", id)
        .query(Long.class)
        .single();
  }

  private double counted(String outcome) {
    var counter =
        meters()
            .find("relevo.webhook.calls")
            .tag("channel", "whatsapp-door")
            .tag("outcome", outcome)
            .counter();
    return counter == null ? 0 : counter.count();
  }

  private MeterRegistry meters() {
    return application.getBean(MeterRegistry.class);
  }

  private static void writeAll(java.io.OutputStream out, byte[] piece, int times) {
    try {
      for (var n = 0; n < times; n++) {
        out.write(piece);
      }
      out.flush();
    } catch (IOException refusedMeanwhile) {
      // It need not read on once it has refused.
    }
  }

  private static String firstLine(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (var c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString();
  }
}
