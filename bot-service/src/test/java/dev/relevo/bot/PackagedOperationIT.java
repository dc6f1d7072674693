package dev.relevo.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.channel.webchat.HostileVisitors;
import dev.relevo.bot.channel.whatsapp.GraphStandIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an operator does with the packaged application once it works: watches it, backs it up,
/// stops it, reads its log, restores.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisabledOnOs(OS.WINDOWS)
@Beside
@Order(4)
class PackagedOperationIT {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final GraphStandIn PROVIDER = new GraphStandIn(GraphStandIn.Account.SAMPLE);
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:relevo|jvm|process|hikaricp)_[a-z_]+");
  private static final Duration BOUND = Duration.ofSeconds(20);
  private static final int CUSTOMERS = 8;
  private static final int MANGLED = 300;
  private static final String METRICS_TOKEN = "who-may-read-the-metrics";
  private static final String WORDS = "mi palabra es zarigüeya";

  @TempDir static Path folder;

  private static PackagedApplication running;
  private static String visitor = "";

  @BeforeAll
  static void start() throws IOException {
    running = PackagedApplication.start(folder.resolve("data"), settings());
  }

  @AfterAll
  static void stop() throws IOException {
    running.close();
    PROVIDER.close();
  }

  @Test
  @Order(1)
  void everyMetricOfTheDashboardIsThereFromTheStart() throws Exception {
    var dashboard = JSON.readTree(Files.readString(Path.of("docs/grafana.json")));
    var named = new TreeSet<String>();
    for (var expression : dashboard.findValuesAsString("expr")) {
      METRIC.matcher(expression).results().forEach(it -> named.add(it.group()));
    }
    assertThat(named).hasSizeGreaterThan(15);

    // With a token: behind a proxy nobody is on this machine.
    var told = running.read("/actuator/prometheus", "Authorization", "Bearer " + METRICS_TOKEN);
    assertThat(named).allSatisfy(it -> assertThat(told).containsPattern("(?m)^" + it + "[{ ]"));
  }

  @Test
  @Order(2)
  void isBackedUpWhileItAnswers() throws Exception {
    visitor = call(running, "", "POST", "sessions", "{}").path("token").asString();
    says(running, "¿Qué es la API de WhatsApp?", "message-one");
    await("an answer", () -> fromBot(running).size() == 1);

    var said = PackagedApplication.command(data(), "backup", backup().toString());

    assertThat(said).startsWith("0: Backup of").contains(backup().toString());
    assertThat(PackagedApplication.command(data(), "restore", backup().toString()))
        .startsWith("1: Relevo already runs on the data folder");
    says(running, "quiero hablar con una persona", "message-two");
    await("another answer", () -> fromBot(running).size() == 2);
  }

  @Test
  @Order(2)
  void mangledRequestsToTheWebChatAreNeverAnsweredByAFault() throws Exception {
    var visitors = new HostileVisitors(running.address(), "web", 7);
    var taken = 0;
    for (var n = 0; n < MANGLED; n++) {
      taken += visitors.next() ? 1 : 0;
    }
    // What is refused at the door never reaches what should be tried.
    assertThat(taken).isBetween(MANGLED / 20, MANGLED * 19 / 20);
  }

  /// The provider takes two seconds over each: all are on the wire when it is told to stop.
  @Test
  @Order(3)
  void aStopFinishesWhatIsUnderWayAndEndsWithZero() throws Exception {
    PROVIDER.slow(Duration.ofSeconds(2));
    var webhook = running.address().resolve("/webhooks/wa");
    for (var customer = 0; customer < CUSTOMERS; customer++) {
      assertThat(writes(webhook, customer)).isEqualTo(200);
    }
    await("they are on the wire", () -> PROVIDER.open().size() == CUSTOMERS);

    var asked = Instant.now();
    assertThat(running.stop()).isZero();
    var took = Duration.between(asked, Instant.now());

    assertThat(took).isLessThan(BOUND);
    assertThat(PROVIDER.open()).as("sends that were cut off").isEmpty();
    assertThat(PROVIDER.taken()).hasSize(CUSTOMERS);
    assertThat(writes(webhook, CUSTOMERS)).as("a webhook after the stop").isZero();
    assertThat(running.output()).doesNotContain("WARN", "ERROR");
    System.out.printf("stopped in %d ms with %d sends on the wire%n", took.toMillis(), CUSTOMERS);
    tellsNothing(running.output());
    running.close();
  }

  @Test
  @Order(4)
  void comesBackFromTheBackupWithItsKeysMessagesAndMatrix() throws Exception {
    var restored = folder.resolve("restored");
    assertThat(PackagedApplication.command(restored, "restore", backup().toString()))
        .startsWith("0: Restored");

    running = PackagedApplication.start(restored, settings());
    assertThat(fromBot(running)).as("for the visitor's token of before").hasSize(1);
    says(running, "¿Qué es la API de WhatsApp?", "message-three");
    await("the restored one answers", () -> fromBot(running).size() == 2);
    assertThat(fromBot(running).getFirst()).isEqualTo(fromBot(running).getLast());
  }

  /// Lines of JSON, and in them neither what was said nor by whom, nor a key of ours or theirs.
  private static void tellsNothing(String log) {
    var objects = log.lines().filter(it -> it.startsWith("{")).map(JSON::readTree).toList();
    assertThat(objects).isNotEmpty().allSatisfy(it -> assertThat(it.has("message")).isTrue());
    assertThat(log)
        .doesNotContain(
            "zarigüeya",
            "API de WhatsApp",
            "quiero hablar",
            phone(0),
            phone(0).substring(3),
            "Cliente",
            PROVIDER.account().accessToken(),
            PROVIDER.account().appSecret(),
            METRICS_TOKEN,
            visitor);
  }

  private static int writes(URI webhook, int customer) throws InterruptedException {
    var webhooks = PROVIDER.webhooks();
    return webhooks.post(
        webhook,
        webhooks.text(phone(customer), "Cliente", "wamid.OUT-" + customer, Instant.now(), WORDS));
  }

  private static String phone(int customer) {
    return "5939%08d".formatted(87_654_000 + customer);
  }

  private static Path data() {
    return folder.resolve("data");
  }

  private static Path backup() {
    return folder.resolve("relevo.backup");
  }

  private static Map<String, String> settings() {
    var settings = new HashMap<String, String>();
    settings.put("RELEVO_LOG_FORMAT", "json");
    settings.put("RELEVO_METRICS_TOKEN", METRICS_TOKEN);
    settings.put("RELEVO_TRUSTED_PROXIES", "127.0.0.1,::1/128");
    settings.put("RELEVO_CHANNELS_0_ID", "web");
    settings.put("RELEVO_CHANNELS_0_TYPE", "webchat");
    settings.put("RELEVO_CHANNELS_1_ID", "wa");
    settings.put("RELEVO_CHANNELS_1_TYPE", "whatsapp-cloud");
    settings.put("RELEVO_CHANNELS_1_PHONENUMBERID", PROVIDER.account().phoneNumberId());
    settings.put("RELEVO_CHANNELS_1_ACCESSTOKEN", PROVIDER.account().accessToken());
    settings.put("RELEVO_CHANNELS_1_APPSECRET", PROVIDER.account().appSecret());
    settings.put("RELEVO_CHANNELS_1_VERIFYTOKEN", "verify");
    settings.put("RELEVO_CHANNELS_1_GRAPHURL", PROVIDER.url().toString());
    return settings;
  }

  private static void says(PackagedApplication to, String text, String clientId) throws Exception {
    call(
        to,
        visitor,
        "POST",
        "messages",
        JSON.writeValueAsString(Map.of("clientId", clientId, "text", text)));
  }

  private static List<String> fromBot(PackagedApplication at) throws Exception {
    var messages = call(at, visitor, "GET", "messages", "").path("messages");
    return IntStream.range(0, messages.size())
        .mapToObj(messages::get)
        .filter(it -> it.path("from").asString("").equals("bot"))
        .map(it -> it.path("content").path("text").asString(""))
        .toList();
  }

  private static JsonNode call(
      PackagedApplication to, String token, String method, String path, String body)
      throws Exception {
    var origin = to.address().resolve("/").toString().replaceFirst("/$", "");
    var request =
        HttpRequest.newBuilder(to.address().resolve("/webchat/v1/web/" + path))
            .header("Origin", origin)
            .header("Authorization", "Bearer " + token)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
      return JSON.readTree(answer.body());
    }
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("did not happen in time: " + what).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }
}
