package dev.relevo.eval.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KneeSearchTests {

  private final StringWriter out = new StringWriter();

  /// Rates that were tried, in order.
  private final List<Double> tried = new ArrayList<>();

  @Test
  void doublesUntilARateDoesNotHoldAndThenCloses() throws Exception {
    var search = finished(100, carrying(300));

    assertThat(search.knee()).isBetween(300 / 1.1, 300.0);
    assertThat(tried.subList(0, 4)).containsExactly(100.0, 200.0, 400.0, 400.0);
    assertThat(search.steps()).hasSameSizeAs(tried);
  }

  @Test
  void halvesWhenItBeganTooHigh() throws Exception {
    var search = finished(800, carrying(150));

    assertThat(search.knee()).isBetween(150 / 1.1, 150.0);
    assertThat(tried.subList(0, 5)).containsExactly(800.0, 800.0, 400.0, 400.0, 200.0);
  }

  @Test
  void triesARateThatDoesNotHoldOnceMore() throws Exception {
    var disturbed = new ArrayList<>(List.of(200.0));
    var search =
        finished(100, rate -> Seen.losing(rate > 300 || disturbed.remove(rate) ? 1 : 0, rate));

    assertThat(disturbed).isEmpty();
    assertThat(tried.subList(0, 4)).containsExactly(100.0, 200.0, 200.0, 400.0);
    assertThat(search.knee()).isBetween(300 / 1.1, 300.0);
  }

  @Test
  void endsWhenNotEvenALittleHolds() throws Exception {
    var search = finished(40, carrying(0));

    assertThat(search.knee()).isZero();
    assertThat(tried).containsExactly(40.0, 40.0, 20.0, 20.0, 10.0, 10.0);
  }

  @Test
  void saysOfEachRateWhetherItHeldAndWhyNot() throws Exception {
    var search = finished(100, carrying(150));

    assertThat(search.knee()).isCloseTo(150, within(15.0));
    assertThat(out.toString().lines().toList())
        .anyMatch(it -> it.startsWith("relevo    100/s:") && it.endsWith(": holds"))
        .anyMatch(it -> it.startsWith("relevo    200/s:") && it.endsWith(": 1 lost"));
  }

  private KneeSearch finished(double start, KneeSearch.Trial trial)
      throws IOException, InterruptedException {
    KneeSearch.Trial noted =
        rate -> {
          tried.add(rate);
          return trial.at(rate);
        };
    var search = new KneeSearch("relevo", noted, start, 0.1, new PrintWriter(out, true));
    while (!search.done()) {
      search.advance();
    }
    return search;
  }

  /// A service that carries so many messages a second and loses one at any higher rate.
  private static KneeSearch.Trial carrying(double most) {
    return rate -> Seen.losing(rate > most ? 1 : 0, rate);
  }
}
