package dev.relevo.bot.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.relevo.bot.Beside;
import dev.relevo.bot.setting.Secrets;
import dev.relevo.bot.trace.Traces.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@Beside
class TracesTests {

  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
  private static final Stretch SECOND = new Stretch(NOON, NOON.plusSeconds(1));

  private final Secrets secrets = new Secrets(new byte[32]);
  private final TraceCollector collector = new TraceCollector();

  @AfterEach
  void stop() {
    collector.close();
  }

  @Test
  void turnAndSendsOfAMessageAreOneTraceWhicheverReplicaTellsThem() {
    try (var one = traces(1);
        var other = traces(1)) {
      one.within(42, "turn", SECOND, Map.of("relevo.outcome", "REPLY"));
      one.answered(42, SECOND, Map.of("relevo.inbound", "42"));
      other.within(42, "send", SECOND, Map.of("relevo.channel", "wa"));
    }

    var trail = Trail.of(42, secrets);
    var first = collector.spans().stream().filter(it -> it.parent().isEmpty()).toList();
    assertThat(first)
        .containsExactly(new TraceCollector.Span(trail.traceId(), trail.spanId(), "", "message"));
    assertThat(collector.spans()).hasSize(3).allMatch(it -> it.trace().equals(trail.traceId()));
    assertThat(collector.spans())
        .filteredOn(it -> it.parent().equals(trail.spanId()))
        .extracting(TraceCollector.Span::name)
        .containsExactlyInAnyOrder("turn", "send");
    assertThat(collector.told()).contains("REPLY", "relevo.channel");
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
    assertThat(collector.spans()).hasSize((int) lots);
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
    return OtlpTraces.to(new TraceSettings(collector.endpoint(), share), secrets);
  }
}
