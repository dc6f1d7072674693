package dev.relevo.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests as they were sent, made readable, and money.
class SentTextTests {

  @Test
  void aRequestIsShownMessageByMessageWithTheRulesFoldedAway() {
    var sent =
        SentText.of(
            """
            {"model":"small","messages":[
              {"role":"system","content":"Answer only from the sources."},
              {"role":"user","content":"{\\"question\\":\\"¿y?\\"}"},
              {"role":"assistant","tool_calls":[{"id":"1","function":{"name":"tag"}}]},
              {"role":"tool","content":"done"}],"max_tokens":300}
            """);
    assertThat(sent.parts())
        .extracting(CallLine.Part::role)
        .containsExactly("rules", "data", "model", "result");
    assertThat(sent.parts().getFirst().folded()).isTrue();
    assertThat(sent.parts().get(1).text()).contains("\"question\" : \"¿y?\"").contains("\n");
    assertThat(sent.parts().get(2).text()).contains("\"name\" : \"tag\"");
    assertThat(sent.frame()).contains("max_tokens").doesNotContain("messages");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no json", "{\"messages\":", "[1]", "null"})
  void whatIsNoRequestIsShownAsItIs(String body) {
    assertThat(SentText.of(body).parts()).containsExactly(new CallLine.Part("data", body));
  }

  @Test
  void moneyIsShownToTheCentAndBelowItAsFarAsItIsKnown() {
    var spanish = Locale.of("es", "EC");
    assertThat(Money.shown(12_400_000, Locale.ENGLISH)).isEqualTo("12.40");
    assertThat(Money.shown(315, Locale.ENGLISH)).isEqualTo("0.000315");
    assertThat(Money.shown(0, spanish)).isEqualTo("0,00");
    assertThat(Money.written(12_500_000)).isEqualTo("12.5");
    assertThat(Money.read(" 12,5 ")).contains(12_500_000L);
    assertThat(Money.read("0")).isEmpty();
    assertThat(Money.read("-1")).isEmpty();
    assertThat(Money.read("1e3")).isEmpty();
  }
}
