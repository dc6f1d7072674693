package dev.relevo.eval.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.eval.play.Outcome;
import dev.relevo.eval.upgrade.Result.Part;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTests {

  private static final Outcome CLEAN = outcome(0);
  private static final Part BEFORE = new Part("two, old", 5);
  private static final Part AFTER = new Part("one, new", 7);
  private static final Part IDLE = new Part("one, new", 0);

  @Test
  void isGoodWhenEveryReplicaDidItsPart() {
    assertThat(result(CLEAN, AFTER, 0, 0).good()).isTrue();
    assertThat(said(result(CLEAN, AFTER, 0, 0)))
        .contains("one, new        7", "nothing lost, doubled or disordered");
  }

  @Test
  void isNotGoodWhenAnythingWasLost() {
    assertThat(result(outcome(1), AFTER, 0, 0).good()).isFalse();
    assertThat(said(result(outcome(1), AFTER, 0, 0)))
        .contains("lost              1", "NOT AS IT MUST BE");
  }

  @Test
  void isNotGoodWhenAReplicaAnsweredNothingWhileBothWereThere() {
    assertThat(result(CLEAN, IDLE, 0, 0).good()).isFalse();
  }

  @Test
  void isNotGoodWhenAReplicaHadToBeKilledOrAReceiptWasNotTaken() {
    assertThat(result(CLEAN, AFTER, 1, 0).good()).isFalse();
    assertThat(result(CLEAN, AFTER, 0, 1).good()).isFalse();
  }

  private static Outcome outcome(int lost) {
    return new Outcome(10, 20, lost, 0, 0, 0, 0, 0, 0, 0, List.of());
  }

  private static Result result(Outcome outcome, Part sideBySide, int killed, long untaken) {
    return new Result(
        outcome, List.of(BEFORE, AFTER), List.of(BEFORE, sideBySide), killed, 3, 30, untaken);
  }

  private static String said(Result result) {
    var said = new StringWriter();
    result.print(new PrintWriter(said, true));
    return said.toString();
  }
}
