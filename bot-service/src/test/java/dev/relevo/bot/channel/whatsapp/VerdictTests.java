package dev.relevo.bot.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.channel.Delivery;
import dev.relevo.bot.channel.Delivery.Scope;
import dev.relevo.bot.channel.whatsapp.GraphApi.Reply;
import dev.relevo.crm.workspace.Language;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every code of Meta's, row by row, and what has none.
class VerdictTests {

  private final Verdict verdict = new Verdict(() -> Language.PT);

  @ParameterizedTest
  @ValueSource(ints = {2, 131000, 131016, 133004})
  void triesTheParcelLater(int code) {
    assertThat(error(code)).isEqualTo(later(code, Optional.empty(), Scope.PARCEL));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 131052, 131053})
  void triesOnceMore(int code) {
    assertThat(error(code)).isEqualTo(later(code, Optional.empty(), Scope.PARCEL));
    assertThat(error(code)).isInstanceOf(Delivery.Refused.class);
  }

  @Test
  void sparesTheCustomer() {
    assertThat(error(131056))
        .isEqualTo(later(131056, Optional.of(Duration.ofSeconds(1)), Scope.CUSTOMER));
    assertThat(error(131056))
        .isEqualTo(later(131056, Optional.of(Duration.ofSeconds(4)), Scope.CUSTOMER));
  }

  @Test
  void sparesTheNumberLongerEachTimeInARow() {
    assertThat(error(130429))
        .isEqualTo(later(130429, Optional.of(Duration.ofSeconds(1)), Scope.CHANNEL));
    assertThat(error(4)).isEqualTo(later(4, Optional.of(Duration.ofSeconds(2)), Scope.CHANNEL));
    assertThat(error(80007))
        .isEqualTo(later(80007, Optional.of(Duration.ofSeconds(4)), Scope.CHANNEL));
    assertThat(error(131057))
        .isEqualTo(later(131057, Optional.of(Duration.ofSeconds(30)), Scope.CHANNEL));
  }

  @ParameterizedTest
  @ValueSource(ints = {131047, 470})
  void saysThatTheWindowIsClosed(int code) {
    assertThat(error(code))
        .isEqualTo(
            new Delivery.Refused(Integer.toString(code), Fault.WINDOW_CLOSED.in(Language.PT)));
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        33, 100, 130472, 131008, 131009, 131021, 131026, 131030, 131048, 131049, 131050, 131051,
        132000, 132001, 132005, 132007, 132012, 132015, 132016, 132068, 132069, 135000
      })
  void refusesWhatIsFinal(int code) {
    assertThat(error(code))
        .isInstanceOfSatisfying(
            Delivery.Refused.class,
            it -> {
              assertThat(it.code()).isEqualTo(Integer.toString(code));
              assertThat(it.why()).endsWith(".").doesNotContain("(code");
            });
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0, 3, 10, 190, 200, 210, 299, 368, 131005, 131031, 131042, 131045, 133010, 133016})
  void pausesTheChannel(int code) {
    assertThat(error(code))
        .isInstanceOfSatisfying(
            Delivery.ChannelPaused.class,
            it -> assertThat(it.code()).isEqualTo(Integer.toString(code)));
  }

  @ParameterizedTest
  @CsvSource({"199", "300", "139999", "-5"})
  void refusesCodesNobodyHeardOf(int code) {
    assertThat(error(code)).isInstanceOf(Delivery.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 429, 500, 503})
  void letsTheCodeDecideAndNotTheStatus(int status) {
    assertThat(answer(status, "{\"error\":{\"code\":131047}}"))
        .isInstanceOf(Delivery.Refused.class);
    assertThat(answer(status, "{\"error\":{\"code\":131016}}"))
        .isInstanceOf(Delivery.RetryLater.class);
  }

  @Test
  void triesLaterAfterAStatusOfTheServersAlone() {
    assertThat(answer(500, "")).isInstanceOf(Delivery.RetryLater.class);
    assertThat(answer(502, "<html>Bad gateway</html>")).isInstanceOf(Delivery.RetryLater.class);
    assertThat(answer(429, "")).isInstanceOf(Delivery.RetryLater.class);
    assertThat(answer(404, "")).isInstanceOf(Delivery.Refused.class);
    assertThat(answer(302, "")).isInstanceOf(Delivery.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{}",
        "{\"messages\":[]}",
        "{\"messages\":[{}]}",
        "{\"messages\":[{\"id\":\"\"}]}",
        "{\"messages\":{\"id\":\"wamid.1\"}}"
      })
  void doesNotKnowAfterAYesItCannotRead(String body) {
    assertThat(answer(200, body)).isInstanceOf(Delivery.Unknown.class);
  }

  @Test
  void acceptsWhatHasAnId() {
    assertThat(answer(200, "{\"messages\":[{\"id\":\"wamid.1\"}]}"))
        .isEqualTo(new Delivery.Accepted("wamid.1"));
  }

  private Delivery error(int code) {
    return answer(400, "{\"error\":{\"message\":\"(#%d) no\",\"code\":%d}}".formatted(code, code));
  }

  private Delivery answer(int status, String body) {
    return verdict.of(
        new Reply.Answered<>(status, body.getBytes(StandardCharsets.UTF_8)),
        "+593991234567",
        "relevo-1");
  }

  private static Delivery later(int code, Optional<Duration> after, Scope scope) {
    return new Delivery.RetryLater(
        Integer.toString(code),
        Fault.sentence(Integer.toString(code), "", Language.PT),
        after,
        scope);
  }
}
