package dev.relevo.bot.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.relevo.bot.Beside;
import dev.relevo.bot.setting.Secrets;
import dev.relevo.bot.trace.Traces.Stretch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Beside
class TracesTests {

  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
  private static final Stretch SECOND = new Stretch(NOON, NOON.plusSeconds(1));

  private final Secrets secrets = new Secrets(new byte[32]);
  private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
  private HttpServer collector;

  @BeforeEach
  void aCollector() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    collector.createContext("/v1/traces", this::take);
    collector.start();
  }

  @AfterEach
  void stop() {
    collector.stop(0);
  }

  @Test
  void turnAndSendsOfAMessageAreOneTraceWhicheverReplicaTellsThem() {
    try (var one = traces(1);
        var other = traces(1)) {
      one.within(42, "turn", SECOND, Map.of("relevo.outcome", "REPLY"));
      one.answered(42, SECOND, Map.of("relevo.inbound", "42"));
      other.within(42, "send", SECOND, Map.of("relevo.channel", "wa"));
    }

    var told = told();
    assertThat(told).contains("message", "turn", "send", "REPLY", "relevo.channel");
    assertThat(occurrences(told, Trail.of(42, secrets).traceId())).isEqualTo(3);
    // Once as its own number, twice as the parent's.
    assertThat(occurrences(told, Trail.of(42, secrets).spanId())).isEqualTo(3);
  }

  @Test
  void everyMessageHasATraceOfItsOwnAndEveryInstallationOthers() {
    assertThat(LongStream.range(0, 1_000).mapToObj(it -> Trail.of(it, secrets).traceId()))
        .doesNotHaveDuplicates();
    var others = new byte[32];
    others[0] = 1;
    assertThat(Trail.of(42, new Secrets(others)).traceId())
        .isNotEqualTo(Trail.of(42, secrets).traceId());
  }

  @Test
  void onlyTheShareThatIsWantedIsTold() {
    var lots = LongStream.range(0, 1_000).filter(it -> Trail.of(it, secrets).lot() < 0.1).count();
    assertThat(lots).isBetween(60L, 140L);

    try (var few = traces(0.1)) {
      LongStream.range(0, 1_000).forEach(it -> few.answered(it, SECOND, Map.of()));
    }
    assertThat(occurrences(told(), hex("message"))).isEqualTo((int) lots);
  }

  @Test
  void aCollectorThatIsNotThereHoldsNothingUp() {
    var nowhere = new TraceSettings("http://127.0.0.1:1/v1/traces", 1);
    var begun = System.nanoTime();
    var traces = OtlpTraces.to(nowhere, secrets);
    LongStream.range(0, 10_000).forEach(it -> traces.answered(it, SECOND, Map.of()));
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    traces.close();
  }

  @Test
  void aWrongSettingIsRefusedByName() {
    assertThatThrownBy(() -> new TraceSettings("collector:4318", 1))
        .hasMessageContaining("RELEVO_TRACES_ENDPOINT");
    assertThatThrownBy(() -> new TraceSettings("", 2)).hasMessageContaining("RELEVO_TRACES_SHARE");
  }

  private OtlpTraces traces(double share) {
    var endpoint = "http://127.0.0.1:%d/v1/traces".formatted(collector.getAddress().getPort());
    return OtlpTraces.to(new TraceSettings(endpoint, share), secrets);
  }

  /// As text, a byte a character: names are readable, and numbers can be found.
  private String told() {
    var told = new StringBuilder();
    bodies.forEach(it -> told.append(new String(it, StandardCharsets.ISO_8859_1)));
    return told.toString();
  }

  private static int occurrences(String told, String hex) {
    var wanted = new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
    return told.split(Pattern.quote(wanted), -1).length - 1;
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      bodies.add(exchange.getRequestBody().readAllBytes());
      exchange.sendResponseHeaders(200, -1);
    }
  }
}
