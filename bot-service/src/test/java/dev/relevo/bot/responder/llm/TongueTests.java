package dev.relevo.bot.responder.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.crm.workspace.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TongueTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ES | ¿Cuánto cuesta el envío?
          ES | hola quiero saber el horario
          ES | Me pueden dar la dirección de la tienda
          EN | How much is the delivery?
          EN | do you ship to Quito
          EN | Thanks, that is all
          PT | Quanto custa a entrega? Vocês aceitam cartão?
          PT | Qual é o preço do plano?
          PT | não recebi meu pedido
          """)
  void aSentenceIsKnownByItsSmallWords(Language language, String text) {
    assertThat(Tongue.of(text)).contains(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ok", "Quito", "123", "👍", "plan premium", ""})
  void aWordOrTwoMayBeOfAny(String text) {
    assertThat(Tongue.of(text)).isEmpty();
  }
}
