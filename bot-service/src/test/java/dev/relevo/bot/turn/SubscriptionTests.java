package dev.relevo.bot.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.crm.conversation.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STOP",
        "stop.",
        "  Baja ",
        "Cancelar suscripción",
        "¡salir!",
        "unsubscribe",
        "Parar"
      })
  void wordsOfLeavingLeave(String words) {
    assertThat(Subscription.asked(new Content.Text(words), true)).contains(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no quiero parar aquí", "¿cómo darme de baja del plan?", "hola", ""})
  void theyMeanSomethingElseInsideASentence(String words) {
    assertThat(Subscription.asked(new Content.Text(words), true)).isEmpty();
  }

  @Test
  void wordsOfReturnCountOnlyForThoseWhoLeft() {
    assertThat(Subscription.asked(new Content.Text("Alta"), false)).contains(true);
    assertThat(Subscription.asked(new Content.Text("Alta"), true)).isEmpty();
  }
}
