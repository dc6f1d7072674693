package dev.relevo.knowledge.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.knowledge.matrix.MatrixImport.Imported;
import dev.relevo.knowledge.matrix.MatrixImport.Rejected;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixFileTests {

  private static final Locale SPANISH = Locale.of("es");

  @Test
  void aFileOfQuestionsAndAnswersIsEnough() {
    var matrix =
        imported("Pregunta,Respuesta\n¿Dónde están?,En Quito\n¿Qué horario tienen?,De 9 a 18");

    assertThat(matrix.rows())
        .containsExactly(
            Row.answering(
                new RowId("es-donde-estan"), SPANISH, "¿Dónde están?", List.of(), "En Quito"),
            Row.answering(
                new RowId("es-que-horario-tienen"),
                SPANISH,
                "¿Qué horario tienen?",
                List.of(),
                "De 9 a 18"));
  }

  @Test
  void generatedIdsDoNotDependOnTheOrderOfRows() {
    var long1 = "¿" + "muy larga ".repeat(20) + "uno?";
    var long2 = "¿" + "muy larga ".repeat(20) + "dos?";
    var one = imported("Pregunta,Respuesta\n" + long1 + ",a\n" + long2 + ",b\n你好,c");
    var other = imported("Pregunta,Respuesta\n你好,c\n" + long2 + ",b\n" + long1 + ",a");

    assertThat(one.rows()).containsExactlyInAnyOrderElementsOf(other.rows());
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void commaSemicolonAndTabSeparate(String separator) {
    var header = String.join(separator, "Respuesta", "PREGUNTA PRINCIPAL", "Categoria");
    var row = String.join(separator, "\"Sí, claro; siempre\"", "¿Abren?", "horario");

    var read = imported(header + "\r\n" + row + "\r\n").rows().getFirst();

    assertThat(read.answer()).isEqualTo("Sí, claro; siempre");
    assertThat(read.category()).isEqualTo("horario");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstHeader() {
    assertThat(imported("\uFEFFPregunta;Respuesta\nHola;Buenas").rows()).hasSize(1);
    assertThat(
            MatrixFile.read(
                "\uFEFFPregunta\tRespuesta\nHola\tBuenas".getBytes(StandardCharsets.UTF_16LE),
                SPANISH))
        .isInstanceOf(Imported.class);
  }

  @Test
  void everyColumnIsUnderstoodUnderSpanishHeaders() {
    var row =
        imported(
                """
                id;idioma;categoria;Intención / Tema;Pregunta;variantes;respuesta;literal;Botones / Respuestas rápidas;adjunto;seguimiento;espera;Derivar;equipo / agente destino;Etiqueta(s) a agregar;etiquetas a quitar;campo a guardar;cerrar conversacion;Vigencia desde;VIGENCIA HASTA;Estado (color);observaciones;Respuesta WhatsApp;Respuesta chat web;Respuesta [kiosco]
                ENV-1;Español;Envíos;costo;¿Cuánto cuesta el envío?;"costo de envio|precio envío
                envían gratis";Cuesta $3;NO;"Ver zonas → ENV-2
                Web -> https://example.com/envios?a=1|Gracias";imagen: https://example.com/mapa;ENV-2;2 min;sí;Ventas;"envio|precio";bot;ciudad;n;01/02/2026;2026-12-31;VERDE programado;revisar;*$3*;3 dólares;tres
                ENV-2;es-EC;;;¿Qué zonas cubren?;;Todo Quito;;;;;;;;;;;;;;;;;;
                """)
            .rows()
            .getFirst();

    assertThat(row)
        .isEqualTo(
            new Row(
                new RowId("ENV-1"),
                SPANISH,
                "Envíos",
                "costo",
                "¿Cuánto cuesta el envío?",
                List.of("costo de envio", "precio envío", "envían gratis"),
                "Cuesta $3",
                false,
                Map.of("whatsapp", "*$3*", "webchat", "3 dólares", "kiosco", "tres"),
                List.of(
                    new Button("Ver zonas", new Button.Action.GoTo(new RowId("ENV-2"))),
                    new Button("Web", new Button.Action.Open("https://example.com/envios?a=1")),
                    new Button("Gracias", new Button.Action.Say())),
                Optional.of(new Row.Attachment("image", "https://example.com/mapa")),
                Optional.of(new Row.FollowUp(new RowId("ENV-2"), Duration.ofMinutes(2))),
                true,
                Optional.of("Ventas"),
                List.of("envio", "precio"),
                List.of("bot"),
                Optional.of("ciudad"),
                false,
                Optional.of(LocalDate.of(2026, 2, 1)),
                Optional.of(LocalDate.of(2026, 12, 31)),
                RowState.PROGRAMMED,
                "revisar"));
  }

  @Test
  void englishAndPortugueseHeadersAreUnderstood() {
    var english =
        imported("Main question,Answer,Handoff,Tags,Language\nhi,hello,Yes,vip,en")
            .rows()
            .getFirst();
    var portuguese =
        imported("Pergunta;Resposta;Encerrar conversa;Idioma\noi;olá;sim;português")
            .rows()
            .getFirst();

    assertThat(english.handoff()).isTrue();
    assertThat(english.addTags()).containsExactly("vip");
    assertThat(portuguese.closes()).isTrue();
    assertThat(portuguese.language()).isEqualTo(Locale.of("pt"));
  }

  @Test
  void aMissingLanguageIsTheCallersDefault() {
    var result =
        MatrixFile.read(
            "question,answer\nhi,hello".getBytes(StandardCharsets.UTF_8), Locale.of("en"));

    assertThat(((Imported) result).matrix().rows().getFirst().language())
        .isEqualTo(Locale.of("en"));
  }

  @Test
  void unknownColumnsAreNamedAndLeftOut() {
    var result = read("Pregunta,Actualizado por,Respuesta,\nHola,Ana,Buenas,algo");

    assertThat(result).isInstanceOf(Imported.class);
    assertThat(((Imported) result).ignoredColumns()).containsExactly("Actualizado por", "D");
  }

  @Test
  void titlesAboveTheHeaderAndEmptyRowsArePassedOver() {
    assertThat(imported("Matriz de Relevo\n\n,Pregunta,Respuesta\n\n,Hola,Buenas\n,,\n").rows())
        .hasSize(1);
  }

  @Test
  void everyProblemIsNamedByRowAndColumnAndNothingIsImported() {
    var problems =
        rejected(
            """
            ID,Pregunta,Variantes,Respuesta,Derivar,Botones,Vigencia desde,Idioma,Estado,Seguimiento
            A,Hola,buenas,Qué tal,quizás,,,,,
            A,Otra,,x,,,31/02/2026,,,
            B,,,y,,Un botón con demasiado texto,,,,
            C,Cuarta,BUENAS!,z,,Ir -> NADA,,,,NADA
            D,Quinta,,,,Ver -> www.relevo.ec,,klingon?,morado,
            """);

    assertThat(problems)
        .containsExactly(
            "Fila 2, columna «Derivar» (E): «quizás» no es ni sí ni no. Escriba sí o no.",
            "Fila 3, columna «Vigencia desde» (G): «31/02/2026» no es una fecha. Escríbala así:"
                + " 2026-11-23 o 23/11/2026.",
            "Fila 3, columna «ID» (A): El ID «A» ya se usa en la fila 2. Ponga otro a esta fila.",
            "Fila 4, columna «Pregunta» (B): Falta la pregunta. Escriba cómo preguntaría un"
                + " cliente.",
            "Fila 4, columna «Botones» (F): El botón «Un botón con demasiado texto» tiene 28"
                + " caracteres; el texto de un botón tiene de 1 a 20.",
            "Fila 5, columna «Variantes» (C): «BUENAS!» ya es una forma de preguntar por la fila 2"
                + " (A). El bot no sabría qué responder; déjela en una sola.",
            "Fila 5, columna «Botones» (F): No hay ninguna fila con el ID «NADA».",
            "Fila 5, columna «Seguimiento» (J): No hay ninguna fila con el ID «NADA».",
            "Fila 6, columna «Idioma» (H): «klingon?» no es un idioma conocido. Escriba un código"
                + " como es, en o pt.",
            "Fila 6, columna «Estado» (I): «morado» no es un estado. Escriba nuevo, programado,"
                + " cambio solicitado, nueva pregunta o eliminar.",
            "Fila 6, columna «Respuesta» (D): Falta la respuesta. Escríbala o ponga el estado"
                + " «nueva pregunta».",
            "Fila 6, columna «Botones» (F): El botón «Ver» lleva a «www.relevo.ec», que no es ni el"
                + " ID de una fila ni una dirección que empiece con https://.");
  }

  @Test
  void tooManyButtonsAndTooLongAnswersAreProblems() {
    var buttons = "a|b|c|d|e|f|g|h|i|j|k";
    assertThat(
            rejected(
                "Pregunta,Respuesta,Botones,Respuesta WhatsApp\nHola,"
                    + "x".repeat(2_001)
                    + ","
                    + buttons
                    + ","
                    + "y".repeat(2_001)))
        .hasSize(3)
        .anyMatch(it -> it.contains("Hay 11 botones y caben 10"))
        .anyMatch(it -> it.contains("columna «Respuesta» (B): La respuesta tiene 2001 caracteres"))
        .anyMatch(it -> it.contains("columna «Respuesta WhatsApp» (D)"));
  }

  @Test
  void theSamePhraseInAnotherLanguageIsNoProblem() {
    assertThat(imported("Pregunta,Respuesta,Idioma\nMenu,a,es\nMenú,b,pt").rows()).hasSize(2);
  }

  @Test
  void aQuestionWithoutAnAnswerMayWaitForOne() {
    var matrix =
        imported("Pregunta,Respuesta,Estado\nHola,Buenas,\n¿Y los lunes?,,azul\nViejo,,rojo");

    assertThat(matrix.rows()).hasSize(3);
    assertThat(matrix.forPublication().rows())
        .extracting(Row::question, Row::state)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("Hola", RowState.PROGRAMMED));
  }

  @Test
  void aRowIsUsedOnlyBetweenItsDays() {
    var matrix =
        imported("Pregunta,Respuesta,Desde,Hasta\nNavidad,24h,01/12/2026,31/12/2026\nSiempre,sí,,");

    assertThat(matrix.on(LocalDate.of(2026, 12, 1))).isEqualTo(matrix);
    assertThat(matrix.on(LocalDate.of(2026, 12, 31))).isEqualTo(matrix);
    assertThat(matrix.on(LocalDate.of(2026, 11, 30)).rows())
        .extracting(Row::question)
        .containsExactly("Siempre");
    assertThat(matrix.on(LocalDate.of(2027, 1, 1)).rows()).hasSize(1);
  }

  @Test
  void nothingMayLeadToARowThatIsNotAnswered() {
    assertThat(
            rejected(
                "ID,Pregunta,Respuesta,Estado,Botones\nA,Hola,Buenas,,Ver -> B\nB,Otra,x,rojo,"))
        .singleElement()
        .asString()
        .contains("«B» (fila 3 del archivo)");
  }

  @Test
  void twoColumnsOfTheSameMeaningAreAProblem() {
    assertThat(rejected("Pregunta,Respuesta,Consulta\nHola,Buenas,Hey"))
        .containsExactly(
            "Fila 1, columna «Consulta» (C): Esta columna significa lo mismo que la columna A. Deje"
                + " una sola.");
  }

  @Test
  void onlyAHundredProblemsAreListedAndAllAreCounted() {
    var result = (Rejected) read("Pregunta,Respuesta\n" + "sin respuesta,\n".repeat(300));

    assertThat(result.problems()).hasSize(100);
    assertThat(result.more()).isGreaterThanOrEqualTo(200);
  }

  @Test
  void aFileThatIsNoMatrixIsRefusedInOneSentence() {
    assertThat(rejected("")).containsExactly("El archivo está vacío.");
    assertThat(rejected("Nombre,Teléfono\nAna,1"))
        .singleElement()
        .asString()
        .contains("encabezados");
    assertThat(rejected("Pregunta,Respuesta\n"))
        .singleElement()
        .asString()
        .contains("ninguna fila");
    assertThat(rejected("Pregunta,Respuesta\n\"sin cerrar,x"))
        .singleElement()
        .asString()
        .contains("comillas");
    var latin1 =
        MatrixFile.read(
            "Pregunta;Respuesta\n¿Qué?;Sí".getBytes(StandardCharsets.ISO_8859_1), SPANISH);
    assertThat(sentences(latin1)).singleElement().asString().contains("UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"es", "en", "pt", "fr"})
  void everyProblemHasASentenceInEveryLanguage(String language) {
    var english =
        java.util.ResourceBundle.getBundle("dev.relevo.knowledge.matrix.problems", Locale.ROOT);
    var arguments = List.of("uno", "dos", "tres");
    for (var key : english.keySet()) {
      var sentence =
          new Problem(new Problem.Place("Hoja1", 3, "Respuesta", "C"), key, arguments)
              .in(Locale.of(language));
      assertThat(sentence).contains("Hoja1", "3", "Respuesta").doesNotContain("{");
    }
    var own =
        java.util.ResourceBundle.getBundle(
            "dev.relevo.knowledge.matrix.problems",
            Locale.of(language),
            java.util.ResourceBundle.Control.getNoFallbackControl(
                java.util.ResourceBundle.Control.FORMAT_DEFAULT));
    assertThat(own.getLocale().getLanguage()).isIn(language, "");
    assertThat(own.keySet()).containsAll(english.keySet());
  }

  @Test
  void spanishAndPortugueseLackNoSentence() throws IOException {
    var english = keys("problems.properties");

    assertThat(keys("problems_es.properties")).isEqualTo(english);
    assertThat(keys("problems_pt.properties")).isEqualTo(english);
  }

  @Test
  void aWorkbookIsReadWithItsNumbersDatesAndTruthValues() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "test", "1.0")) {
      var notes = workbook.newWorksheet("Notas");
      notes.value(0, 0, "Esta hoja no es la matriz");
      var sheet = workbook.newWorksheet("Matriz 2026");
      var header =
          List.of(
              "Nro", "Pregunta", "Respuesta", "Desde", "Cerrar", "Hasta", "Espera", "Seguimiento");
      for (int column = 0; column < header.size(); column++) {
        sheet.value(2, column, header.get(column));
      }
      sheet.value(3, 0, 7);
      sheet.value(3, 1, "Hola");
      sheet.value(3, 2, 24.5);
      sheet.value(3, 3, LocalDate.of(2026, 1, 31));
      sheet.style(3, 3).format("dd/mm/yyyy").set();
      sheet.value(3, 4, true);
      sheet.value(3, 5, 46_387);
      sheet.value(3, 6, 30);
      sheet.value(3, 7, 7);
    }

    var result = MatrixFile.read(bytes.toByteArray(), SPANISH);

    assertThat(result).isInstanceOf(Imported.class);
    assertThat(((Imported) result).ignoredSheets()).containsExactly("Notas");
    var row = ((Imported) result).matrix().rows().getFirst();
    assertThat(row.id()).isEqualTo(new RowId("7"));
    assertThat(row.answer()).isEqualTo("24.5");
    assertThat(row.validFrom()).contains(LocalDate.of(2026, 1, 31));
    assertThat(row.validUntil()).contains(LocalDate.of(2026, 12, 31));
    assertThat(row.closes()).isTrue();
    assertThat(row.followUp()).contains(new Row.FollowUp(new RowId("7"), Duration.ofSeconds(30)));
  }

  @Test
  void aProblemInAWorkbookNamesItsSheetAndRow() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "test", "1.0")) {
      var sheet = workbook.newWorksheet("Matriz");
      sheet.value(4, 1, "Pregunta");
      sheet.value(4, 27, "Respuesta");
      sheet.value(9, 1, "Hola");
    }

    assertThat(sentences(MatrixFile.read(bytes.toByteArray(), SPANISH)))
        .containsExactly(
            "Hoja «Matriz», fila 10, columna «Respuesta» (AB): Falta la respuesta. Escríbala o ponga"
                + " el estado «nueva pregunta».");
  }

  private static java.util.Set<String> keys(String file) throws IOException {
    var properties = new java.util.Properties();
    try (var stream = MatrixFile.class.getResourceAsStream(file)) {
      properties.load(java.util.Objects.requireNonNull(stream));
    }
    return properties.stringPropertyNames();
  }

  private static MatrixImport read(String csv) {
    return MatrixFile.read(csv.getBytes(StandardCharsets.UTF_8), SPANISH);
  }

  private static Matrix imported(String csv) {
    var result = read(csv);
    assertThat(result).describedAs("%s", sentences(result)).isInstanceOf(Imported.class);
    return ((Imported) result).matrix();
  }

  private static List<String> rejected(String csv) {
    var result = read(csv);
    assertThat(result).isInstanceOf(Rejected.class);
    return sentences(result);
  }

  static List<String> sentences(MatrixImport result) {
    return switch (result) {
      case Imported imported -> List.of();
      case Rejected(var problems, var more) ->
          problems.stream().map(problem -> problem.in(SPANISH)).toList();
    };
  }
}
