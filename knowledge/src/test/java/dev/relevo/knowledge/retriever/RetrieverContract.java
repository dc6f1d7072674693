package dev.relevo.knowledge.retriever;

import static dev.relevo.knowledge.retriever.MatrixBuilder.aMatrix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.relevo.knowledge.embedding.Embedder;
import dev.relevo.knowledge.matrix.Matrix;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every retriever promises, whatever it is made of.
public abstract class RetrieverContract {

  /// The index under test, which names the rows to consider; none to consider every row.
  protected abstract Optional<CandidateIndex.Maker> index();

  /// What tells texts that mean alike.
  protected Optional<Embedder> dense() {
    return Optional.empty();
  }

  /// The retriever under test, trained on the matrix.
  protected final TrainedRetriever over(Matrix matrix) {
    return training().train(matrix);
  }

  /// What makes retrievers.
  protected final Training training() {
    return new Training(new Settings(Aim.USUAL, dense(), index()));
  }

  /// A small shop, four ways to ask for each row.
  protected static Matrix shop() {
    return aMatrix()
        .row(
            "ENVIO",
            "¿Cuánto cuesta el envío?",
            "costo de envío a domicilio",
            "precio del envío a otra ciudad",
            "cuánto cobran por mandar el pedido")
        .row(
            "HORARIO",
            "¿A qué hora abren?",
            "horario de atención",
            "hasta qué hora están abiertos",
            "qué días atienden en la tienda")
        .row(
            "DEVOLUCION",
            "Quiero devolver un producto",
            "cómo hago una devolución",
            "política de devoluciones",
            "el producto llegó dañado y deseo cambiarlo")
        .row(
            "PAGO",
            "¿Qué formas de pago aceptan?",
            "puedo pagar con tarjeta de crédito",
            "aceptan transferencia bancaria",
            "se puede pagar en efectivo")
        .row(
            "RASTREO",
            "¿Dónde está mi pedido?",
            "rastrear mi compra",
            "número de guía del paquete",
            "mi paquete todavía no llega")
        .row("SALUDO", "Hola", "buenos días", "hola buenas tardes", "qué tal, cómo están")
        .row(
            "ANIO",
            "¿Cuántos años de garantía tiene?",
            "garantía de los equipos",
            "la garantía cubre daños",
            "tiempo de garantía")
        .row("AMOR", "me encanta ❤️", "❤️", "qué lindo todo", "los amo")
        .build();
  }

  @Test
  void findsARowByItsOwnPhraseWithScoreOne() {
    var retriever = over(shop());
    for (var row : shop().rows()) {
      for (var phrase : row.phrases()) {
        var found = found(retriever, phrase);
        assertThat(found.hit().row()).as(phrase).isEqualTo(row);
        assertThat(found.hit().score()).as(phrase).isEqualTo(1.0);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CUANTO CUESTA EL ENVIO",
        "cuanto cuesta el envio???",
        "  ¿ Cuánto   cuesta el envío ? ",
        "cuánto cuesta el envío 🚚📦🙏",
        "cuaaaanto cuesta el envioooo",
        "ｃｕａｎｔｏ cuesta el envío",
        "Hola, buenos días! cuánto cuesta el envío por favor",
        "holaaaa buenas tardes, disculpe, cuanto cuesta el envio? gracias",
        "cuanto questa el envio",
        "cuanto cuesta el enbio",
        "cuanto cuesat el evnio",
        "cuánto me cuesta el envío",
        "el costo del envio"
      })
  void forgivesHowItIsWritten(String asked) {
    var retriever = over(shop());
    assertThat(found(retriever, asked).hit().row().id().value()).isEqualTo("ENVIO");
  }

  @Test
  void takesEnyeAndItsPlainLetterForTheSame() {
    var retriever = over(shop());
    assertThat(found(retriever, "cuantos anos de garantia tiene").hit().row().id().value())
        .isEqualTo("ANIO");
  }

  @Test
  void knowsAnEmojiThatTheMatrixUses() {
    var retriever = over(shop());
    assertThat(found(retriever, "❤").hit().row().id().value()).isEqualTo("AMOR");
    assertThat(retriever.retrieve(Query.of("🚜"))).isInstanceOf(Retrieval.Nothing.class);
  }

  @Test
  void answersAGreetingThatComesAlone() {
    var retriever = over(shop());
    assertThat(found(retriever, "Holaaa!!").hit().row().id().value()).isEqualTo("SALUDO");
    assertThat(found(retriever, "Buenos dias").hit().row().id().value()).isEqualTo("SALUDO");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quién ganó el partido de fútbol anoche",
        "receta de ceviche peruano",
        "xkcd qwerty zzz",
        "what is the capital of Mongolia",
        "写真を送ってください",
        "42"
      })
  void findsNothingForWhatTheMatrixDoesNotKnow(String asked) {
    var retriever = over(shop());
    assertThat(retriever.retrieve(Query.of(asked))).isInstanceOf(Retrieval.Nothing.class);
  }

  @Test
  void offersAChoiceWhereTwoRowsHaveTheSamePhrase() {
    var matrix =
        aMatrix()
            .row("PLAN-A", "precio del plan", "cuánto vale el plan básico")
            .row("PLAN-B", "¿Precio del plan?", "cuánto vale el plan completo")
            .row("CANCELAR", "quiero cancelar mi suscripción", "dar de baja el servicio")
            .build();
    var retriever = over(matrix);
    assertThat(retriever.retrieve(Query.of("precio del plan")))
        .isInstanceOfSatisfying(
            Retrieval.Several.class,
            several ->
                assertThat(several.hits())
                    .extracting(hit -> hit.row().id().value())
                    .containsExactly("PLAN-A", "PLAN-B"));
  }

  @Test
  void offersAChoiceWhereTwoRowsFitAsWell() {
    var matrix =
        aMatrix()
            .row("NORTE", "horario de la tienda norte", "a qué hora abre la tienda norte")
            .row("SUR", "horario de la tienda sur", "a qué hora abre la tienda sur")
            .row("PAGO", "formas de pago", "puedo pagar con tarjeta")
            .row("ENVIO", "costo de envío", "cuánto cobran por enviar")
            .build();
    var retriever = over(matrix);
    assertThat(retriever.retrieve(Query.of("horario de la tienda")))
        .isInstanceOfSatisfying(
            Retrieval.Several.class,
            several ->
                assertThat(several.hits())
                    .extracting(hit -> hit.row().id().value())
                    .containsExactlyInAnyOrder("NORTE", "SUR"));
  }

  @Test
  void prefersRowsInTheLanguageOfTheQuestion() {
    var matrix =
        aMatrix()
            .in("es")
            .row("ES", "menu", "ver el menú del día")
            .in("en")
            .row("EN", "menu", "show me the menu")
            .in("pt")
            .row("PT", "cardápio", "ver o cardápio do dia")
            .build();
    var retriever = over(matrix);
    var english = retriever.retrieve(new Query("menu", Optional.of(Locale.ENGLISH)));
    assertThat(((Retrieval.Found) english).hit().row().id().value()).isEqualTo("EN");
    var spanish = retriever.retrieve(new Query("menu", Optional.of(Locale.of("es", "EC"))));
    assertThat(((Retrieval.Found) spanish).hit().row().id().value()).isEqualTo("ES");
    assertThat(retriever.retrieve(Query.of("menu"))).isInstanceOf(Retrieval.Several.class);
    assertThat(found(retriever, "ver o cardapio do dia").hit().row().id().value()).isEqualTo("PT");
  }

  @Test
  void findsARowByItsAnswerWhenItHasNoQuestion() {
    var matrix =
        aMatrix()
            .answer(
                "HISTORIA",
                "La empresa nació en Cuenca en 1998, fundada por dos hermanas que tejían"
                    + " sombreros de paja toquilla.")
            .answer(
                "BODEGA",
                "Nuestra bodega principal queda en Guayaquil, junto al puerto, y despacha de lunes"
                    + " a viernes.")
            .answer(
                "GARANTIA", "Los calefones tienen garantía de dos años contra defectos de fábrica.")
            .build();
    var retriever = over(matrix);
    assertThat(found(retriever, "¿quién fundó la empresa de sombreros?").hit().row().id().value())
        .isEqualTo("HISTORIA");
    assertThat(retriever.retrieve(Query.of("receta de ceviche con camarones")))
        .isInstanceOf(Retrieval.Nothing.class);
  }

  @Test
  void answersFromTheSmallestMatrices() {
    var empty = over(new Matrix(List.of()));
    var one = over(aMatrix().row("PAGO", "¿Cómo puedo pagar?").build());
    assertThat(empty.retrieve(Query.of("hola"))).isInstanceOf(Retrieval.Nothing.class);
    assertThat(found(one, "como puedo pagar").hit().score()).isEqualTo(1.0);
    assertThat(found(one, "como puedo pagr").hit().row().id().value()).isEqualTo("PAGO");
    assertThat(one.retrieve(Query.of("quiero hablar con el gerente")))
        .isInstanceOf(Retrieval.Nothing.class);
  }

  @Test
  void explainsWhatItDid() {
    var retriever = over(shop());
    var why = why(retriever.retrieve(Query.of("Hola, ¿el COSTO del envío?")));
    assertThat(why.normalized()).isEqualTo("el costo del envio");
    assertThat(why.threshold()).isBetween(0.0, 1.0);
    assertThat(why.candidates()).isNotEmpty().hasSizeLessThanOrEqualTo(10);
    assertThat(why.candidates().getFirst().phrase()).isEqualTo("costo de envío a domicilio");
    assertThat(why.candidates())
        .isSortedAccordingTo((one, other) -> Double.compare(other.score(), one.score()));
    assertThat(String.join(" ", why.reasons())).contains("costo", "envio");
    var exact = why(retriever.retrieve(Query.of("horario de atencion")));
    assertThat(exact.reasons()).contains("exact phrase");
  }

  @Test
  void decidesByTheThresholdItShows() {
    var retriever = over(shop());
    for (var asked : questions()) {
      var retrieval = retriever.retrieve(Query.of(asked));
      var why = why(retrieval);
      double best = why.candidates().isEmpty() ? 0 : why.candidates().getFirst().score();
      assertThat(retrieval instanceof Retrieval.Nothing)
          .as(asked)
          .isEqualTo(why.candidates().isEmpty() || best < why.threshold());
    }
  }

  @Test
  void neverThrowsForWhatACustomerCanWrite() {
    var odd =
        List.of(
            "?",
            "...",
            "\u0000\u0007",
            "🙏🏽🙏🏽",
            "\uD83D",
            "a".repeat(1_000_000),
            "hola ".repeat(50_000),
            "é̀̂".repeat(3_000),
            "AND OR NOT ( ) \" * ~ : [ } /",
            "' OR 1=1 --",
            "a1 b2 c3 ".repeat(2_000),
            "\u202Eabc\u202C \u200B",
            "ﷺﷺﷺ",
            "https://ejemplo.com/?q=1&x=%20#z",
            "\n\t x");
    var retriever = over(shop());
    for (var asked : odd) {
      assertThat(why(retriever.retrieve(Query.of(asked))).threshold()).isPositive();
    }
  }

  @Test
  void givesTheSameAnswerTwice() {
    var one = over(shop());
    var other = over(shop());
    for (var asked : questions()) {
      var first = one.retrieve(Query.of(asked));
      assertThat(one.retrieve(Query.of(asked))).isEqualTo(first);
      assertThat(other.retrieve(Query.of(asked))).isEqualTo(first);
    }
  }

  @Test
  void answersManyThreadsAlike() throws Exception {
    var retriever = over(shop());
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    var alone = questions().stream().map(asked -> retriever.retrieve(Query.of(asked))).toList();
    Callable<List<Retrieval>> all =
        () -> questions().stream().map(asked -> retriever.retrieve(Query.of(asked))).toList();
    var together = new ArrayList<Future<List<Retrieval>>>();
    for (int thread = 0; thread < 50; thread++) {
      together.add(threads.submit(all));
    }
    for (var one : together) {
      assertThat(one.get()).isEqualTo(alone);
    }
  }

  @Test
  void takesInAChangedRowAndLeavesTheOldRetrieverAsItIs() {
    var changed = new ArrayList<>(shop().rows());
    changed.removeIf(row -> row.id().value().equals("PAGO"));
    changed.addAll(
        aMatrix().row("DOMINGO", "¿Abren los domingos?", "atienden en feriados").build().rows());
    var before = over(shop());
    var after = before.with(new Matrix(changed));
    assertThat(found(after, "abren los domingos").hit().row().id().value()).isEqualTo("DOMINGO");
    assertThat(found(after, "rastrear mi compra").hit().row().id().value()).isEqualTo("RASTREO");
    assertThat(why(after.retrieve(Query.of("aceptan transferencia bancaria"))).candidates())
        .extracting(hit -> hit.row().id().value())
        .doesNotContain("PAGO");
    assertThat(found(before, "aceptan transferencia bancaria").hit().row().id().value())
        .isEqualTo("PAGO");
    assertThat(after.choice()).isEqualTo(before.choice());
  }

  @Test
  void decidesTheSameAfterItWasStoredAndRead() throws IOException {
    var learnt = over(shop());
    var read = training().read(shop(), new ByteArrayInputStream(stored(learnt)));
    for (var asked : questions()) {
      assertThat(read.retrieve(Query.of(asked))).isEqualTo(learnt.retrieve(Query.of(asked)));
    }
    assertThat(read.choice()).isEqualTo(learnt.choice());
    assertThat(stored(read)).isEqualTo(stored(learnt));
  }

  @Test
  void refusesAStoredModelThatIsOfAnotherMatrix() throws IOException {
    var fewer = new Matrix(shop().rows().subList(1, shop().rows().size()));
    var reworded = new ArrayList<>(shop().rows());
    reworded.set(0, aMatrix().row("ENVIO", "¿Envían a provincia?").build().rows().getFirst());
    var learnt = over(shop());
    var model = stored(learnt);
    for (var other : List.of(fewer, new Matrix(reworded), new Matrix(List.of()))) {
      assertThatExceptionOfType(ModelUnfit.class)
          .isThrownBy(() -> training().read(other, new ByteArrayInputStream(model)));
    }
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () -> training().read(shop(), new ByteArrayInputStream(model, 0, model.length / 2)));
  }

  private static byte[] stored(TrainedRetriever retriever) throws IOException {
    var model = new ByteArrayOutputStream();
    retriever.write(model);
    return model.toByteArray();
  }

  /// The single row, or a failure that tells what came instead.
  protected static Retrieval.Found found(TrainedRetriever retriever, String asked) {
    var retrieval = retriever.retrieve(Query.of(asked));
    assertThat(retrieval).as(asked).isInstanceOf(Retrieval.Found.class);
    return (Retrieval.Found) retrieval;
  }

  private static Explanation why(Retrieval retrieval) {
    return switch (retrieval) {
      case Retrieval.Found found -> found.why();
      case Retrieval.Several several -> several.why();
      case Retrieval.Nothing nothing -> nothing.why();
    };
  }

  private static List<String> questions() {
    return List.of(
        "el costo del envio",
        "cuando abren",
        "puedo pagar con efectivo o tarjeta",
        "donde esta mi paquete",
        "hola",
        "quien gano el partido",
        "garantia del producto",
        "devolver mi pedido");
  }
}
