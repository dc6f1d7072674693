package dev.relevo.bot.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTests {

  @ParameterizedTest(name = "«{0}» stands in «{1}»")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Cuesta $20.                               | El plan vale 20 dólares al mes.
          Cuesta 20 dólares.                        | Plan: $20.00
          It costs $20.                             | El plan vale veinte dólares.
          Cuesta veinte dólares.                    | Plan básico $20
          Custa vinte reais.                        | Plano: R$ 20,00
          Son treinta y cinco dólares.              | $35
          It is one hundred euros? No: 100 €.       | Precio: 100 euros
          Cuesta $1,200.50.                         | Precio: 1.200,50 dólares
          Cuesta 1.200,50 dólares.                  | Price: $1,200.50
          Cuesta $1.200.                            | $1,200
          Son 20 mil pesos.                         | $20.000
          Entre $20 y $30.                          | Cuesta entre 20 y 30 dólares.
          Desde 20 dólares.                         | Cuesta de 20 a 30 dólares.
          Tiene 15% de descuento.                   | Descuento del 15 por ciento.
          You get fifteen percent.                  | Descuento del 15 %
          Llega en 24 horas.                        | Entrega en 24 a 48 h.
          It takes 3 days.                          | Demora tres días.
          Demora 3 dias úteis.                      | De 3 a 5 días hábiles
          Abrimos a las 9:00.                       | De 9 a 18 h.
          Atendemos hasta las 6 p. m.               | Horario: 09:00–18:00
          We close at 6 pm.                         | Cerramos a las 18h00.
          De 2 a 6 de la tarde.                     | From 14:00 to 18:00
          Es el 12 de mayo.                         | El 12/05/2026 cerramos.
          It is on May 12, 2026.                    | Será el 12 de mayo de 2026.
          É em 12 de maio.                          | El 12 y 13 de mayo
          El 2026-05-12.                            | 12 de mayo de 2026
          El primero de enero no abrimos.           | Cerrado: 1 de enero, 25 de diciembre
          En 2026 seguimos.                         | Desde el 12/05/2026.
          Llame al 099 123 4567.                    | WhatsApp: +593 99 123 4567
          Ligue (02) 234-5678.                      | Tel. 02 2345678
          Call +593991234567.                       | +593 (99) 123-4567
          Escriba a Ventas@Tienda.ec.               | correo: ventas@tienda.ec
          Vea https://www.tienda.ec/envios/.        | En tienda.ec/envios está todo.
          Vea tienda.ec/envios.                     | https://tienda.ec/envios
          1. Pague. 2. Espere.                      | Pague y espere
          Tenemos dos opciones para usted.          | Pague en línea o en tienda
          Visite S.A. o EE.UU., p. ej.              | nada
          """)
  void whatIsWrittenOtherwiseIsTheSame(String answer, String source) {
    assertThat(Facts.unfounded(answer, Facts.of(source))).isEmpty();
  }

  @ParameterizedTest(name = "«{0}» does not stand in «{1}»")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Cuesta $25.                               | Plan: $20
          Cuesta $9.                                | Abrimos a las 9. Envío: $5
          Cuesta 20 euros.                          | Plan: $20
          Custa 20 reais.                           | Plan: $20
          Tiene 20% de descuento.                   | Plan: $20
          Cuesta $1.20.                             | Precio: $1.200
          Cuesta $12.                               | Precio: $120
          Cuesta veinticinco dólares.               | Plan: $20
          Cuesta ２５ dólares.                       | Plan: $20
          Cuesta ٢٥ dólares.                        | Plan: $20
          Cuesta $2​5.                              | Plan: $2
          Costs thirty-five dollars.                | Plan: $30
          Custa vinte e cinco reais.                | Plano: R$ 20
          Llega en 24 horas.                        | Entrega en 24 días.
          It takes three weeks.                     | Demora 3 días.
          Abrimos a las 10:00.                      | De 9 a 18 h.
          We close at 6 am.                         | Cerramos a las 18:00
          Es el 13 de mayo.                         | Es el 12 de mayo.
          Es el 12 de junio.                        | Es el 12 de mayo.
          Es el 12 de mayo de 2027.                 | Es el 12 de mayo de 2026.
          It is on June 3.                          | El 3 de julio
          É em 12 de março.                         | 12/05/2026
          Es el 14/05/2026.                         | 12/05/2026
          Llame al 099 765 4321.                    | WhatsApp: +593 99 123 4567
          Llame al cero nueve nueve siete seis cinco cuatro | Tel. 0991234567
          Call +1 900 123 4567.                     | 099 123 4567
          Escriba a estafa@tienda.ec.               | ventas@tienda.ec
          Escriba a estafa (arroba) tienda.ec       | ventas@tienda.ec
          Vea https://tienda.ec.evil.com/envios     | https://tienda.ec/envios
          Vea https://tienda.ec/envios?to=evil      | https://tienda.ec/envios
          Vea https://tienda.ec/otra                | https://tienda.ec/envios
          Vea evil.com                              | https://tienda.ec/envios
          Vea evil punto com                        | https://tienda.ec/envios
          Vea evil [.] com/x                        | https://tienda.ec/envios
          Vea bit.ly/AbC                            | bit.ly/abc
          Vea javascript://tienda.ec/envios         | https://tienda.ec/envios
          Hay 7 sucursales.                         | Hay 5 sucursales.
          1. Pague. 5. Espere.                      | Pague y espere
          """)
  void whatIsOtherwiseIsNotTheSame(String answer, String source) {
    assertThat(Facts.unfounded(answer, Facts.of(source))).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ¿De qué ciudad nos escribe?
          Claro, con gusto. ¿Qué producto busca?
          Which of the two do you mean?
          Obrigado! Em que posso ajudar?
          Gracias, lo anoté.
          """)
  void wordsBetweenAnswersHoldNoFacts(String text) {
    assertThat(Facts.unfounded(text, List.of())).isEmpty();
  }
}
