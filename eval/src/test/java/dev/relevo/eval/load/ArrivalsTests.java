package dev.relevo.eval.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.relevo.eval.play.Script;
import dev.relevo.eval.play.Script.Line;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArrivalsTests {

  @Test
  void letsAQuarterOfTheCustomersWriteAgainSoon() {
    var arrivals = new Arrivals(new Script(0, 1000, 20, false));

    var block = Stream.generate(arrivals::next).limit(64).toList();

    assertThat(block).doesNotHaveDuplicates();
    assertThat(block.stream().map(Line::customer).distinct()).hasSize(48);
    assertThat(block.subList(48, 64)).allMatch(it -> it.question() == 1 && it.customer() < 16);
  }

  @Test
  void saysWhenEverybodyHasAskedEverything() {
    var arrivals = new Arrivals(new Script(0, 64, 1, false));

    assertThatThrownBy(() -> Stream.generate(arrivals::next).limit(64).toList())
        .hasMessageContaining("--customers");
  }
}
