package dev.relevo.eval.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.eval.play.Script;
import dev.relevo.eval.play.Script.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LoadReportTests {

  private static final long BEGUN = System.nanoTime() - Duration.ofSeconds(60).toNanos();

  private final Transcripts transcripts = new Transcripts(new Script(0, 100, 1, false));

  @Test
  void tellsTheNumbersUnderTheirNames() {
    var json = JsonMapper.shared().readTree(report(0).json());

    assertThat(json.path("offered").asInt()).isEqualTo(100);
    assertThat(json.path("turns").asInt()).isEqualTo(100);
    assertThat(json.path("lost").asInt()).isZero();
    assertThat(json.path("doubledReplies").asInt()).isZero();
    assertThat(json.path("wrongOrder").asInt()).isZero();
    assertThat(json.path("statusesNotTaken").asInt()).isEqualTo(2);
    for (var times : List.of("webhookMillis", "turnMillis")) {
      assertThat(json.path(times).path("p50").isNumber()).isTrue();
      assertThat(json.path(times).path("p99").isNumber()).isTrue();
    }
    assertThat(json.path("maxRssMb").asDouble()).isEqualTo(400);
    assertThat(json.path("floorRatio").asDouble()).isEqualTo(0.8);
    assertThat(json.path("relevoKnee").asDouble()).isEqualTo(400);
  }

  @Test
  void namesEveryLimitThatWasNotHeld() {
    var broken = report(3).main().orElseThrow().broken();

    // every message was to be said a minute ago
    assertThat(broken).anyMatch(it -> it.equals("3 lost"));
    assertThat(broken).anyMatch(it -> it.startsWith("webhook p99"));
    assertThat(broken).anyMatch(it -> it.startsWith("turn p99"));
    assertThat(broken).contains("lag grew from 20 to 90");
  }

  @Test
  void aSearchCarriesWhenARateHeldAndIsNotFarBelowTheFloors() {
    assertThat(knees(Map.of(LoadReport.SERVICE, 10.0)).carries()).isTrue();
    assertThat(knees(Map.of(LoadReport.SERVICE, 0.0)).carries()).isFalse();
    assertThat(knees(Map.of(LoadReport.SERVICE, 60.0, LoadReport.FLOOR, 100.0)).carries()).isTrue();
    assertThat(knees(Map.of(LoadReport.SERVICE, 59.0, LoadReport.FLOOR, 100.0)).carries())
        .isFalse();
    assertThat(knees(Map.of(LoadReport.SERVICE, 60.0, LoadReport.FLOOR, 0.0)).carries())
        .as("a floor that carried nothing is no measure")
        .isFalse();
  }

  @Test
  void drawsAPageThatNeedsNothingElse() {
    var page = LoadPage.of(report(0));

    assertThat(page).contains("<polyline", "Messages a second", "Ratio 0.80");
    assertThat(page).doesNotContain("http", "<script", "NaN");
  }

  private static LoadReport knees(Map<String, Double> knees) {
    var searches = new HashMap<String, LoadReport.Search>();
    knees.forEach((name, knee) -> searches.put(name, new LoadReport.Search(knee, List.of())));
    return new LoadReport(
        "whatsapp", "a machine", 100, Optional.empty(), Optional.empty(), searches);
  }

  private LoadReport report(int lost) {
    var lines = new ArrayList<Line>();
    for (var n = 0; n < 100; n++) {
      var line = new Line(n, 0);
      lines.add(line);
      transcripts.intended(line, BEGUN + n * 10_000_000L);
      transcripts.taken(line);
      if (n >= lost) {
        transcripts.answered(line, n, n);
      }
    }
    var looks = new ArrayList<Vitals.Look>();
    for (var n = 0; n < 10; n++) {
      var at = BEGUN + n * 100_000_000L;
      looks.add(new Vitals.Look(at, n < 5 ? 20 : 90, 100, 400, 2, Optional.of(Health.UP)));
    }
    var run =
        new Run(
            100,
            BEGUN,
            Duration.ofSeconds(1),
            lines,
            looks,
            Duration.ZERO,
            300,
            2,
            Optional.empty(),
            Optional.empty());
    var measured = Measured.of(run, transcripts, Duration.ZERO);
    return new LoadReport(
        "whatsapp",
        "a machine",
        100,
        Optional.of(measured),
        Optional.of(Series.of(run, transcripts)),
        Map.of(
            LoadReport.SERVICE, new LoadReport.Search(400, List.of(measured)),
            LoadReport.FLOOR, new LoadReport.Search(500, List.of(measured))));
  }
}
