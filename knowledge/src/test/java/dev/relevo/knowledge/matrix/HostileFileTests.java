package dev.relevo.knowledge.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFileTests {

  private static final Locale SPANISH = Locale.of("es");
  private static final long MEGABYTE = 1024 * 1024;

  /// What `-Xmx320m` leaves a heap, as the application is shipped.
  private static final Limits SHIPPED = Limits.within(309 * MEGABYTE);

  @Test
  void aTooLargeFileIsReadNoFurtherThanItsLimit() throws IOException {
    var endless =
        new InputStream() {
          long given;

          @Override
          public int read() {
            given++;
            return 'a';
          }

          @Override
          public int read(byte[] into, int offset, int length) {
            given += length;
            Arrays.fill(into, offset, offset + length, (byte) 'a');
            return length;
          }
        };

    var result = MatrixFile.read(endless, SPANISH, SHIPPED);

    assertThat(sentence(result)).contains("10 MB");
    assertThat(endless.given).isLessThan(11L * 1024 * 1024);
  }

  @Test
  void moreMemoryTakesALargerMatrixUpToABound() {
    assertThat(SHIPPED.rows()).isEqualTo(20_000);
    assertThat(Limits.within(1_740 * MEGABYTE).rows()).isBetween(101_000, Limits.LARGEST.rows());
    assertThat(Limits.within(100_000 * MEGABYTE)).isEqualTo(Limits.LARGEST);
  }

  @Test
  void aHundredThousandRowsAreRead() {
    var file = new StringBuilder("Pregunta;Variantes;Respuesta\n");
    for (int row = 0; row < 100_000; row++) {
      file.append("¿qué hay de %1$d?;dime %1$d|cuéntame %1$d;Todo sobre %1$d\n".formatted(row));
    }

    assertThat(csv(file.toString(), Limits.LARGEST))
        .isInstanceOfSatisfying(
            MatrixImport.Imported.class, it -> assertThat(it.matrix().rows()).hasSize(100_000));
  }

  @Test
  void textThatIsNotUnicodeIsRefusedWhereverItStands() {
    var file =
        ("Pregunta,Respuesta\n" + "a,b\n".repeat(30) + "c,caf_").getBytes(StandardCharsets.UTF_8);
    file[file.length - 1] = (byte) 0xE9;

    assertThat(sentence(MatrixFile.read(file, SPANISH))).contains("UTF-8");
  }

  @Test
  void aZipBombIsRefused() throws IOException {
    var part = new byte[1024 * 1024];
    Arrays.fill(part, (byte) ' ');

    var bomb =
        zip(
            "xl/worksheets/sheet1.xml",
            out -> {
              out.write("<worksheet>".getBytes(StandardCharsets.UTF_8));
              for (int megabyte = 0; megabyte < 100; megabyte++) {
                out.write(part);
              }
            });

    assertThat(bomb.length).isLessThan(1024 * 1024);
    assertThat(sentence(MatrixFile.read(bomb, SPANISH))).contains("descomprimirse");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<c r=\"ZZZZZZ1\"><v>1</v></c>",
        "<c r=\"A\uFF11\"><v>1</v></c>",
        "<c r=\"\"><v>1</v></c>",
        "<c><v>&boom;</v></c>",
        "<c r=\"A1\" s=\"99999999\"><v>1</v></c>",
        "<c r=\"A1\" t=\"s\"><v>999999999</v></c>",
        "<c r=\"A1\"><v>1E999999999</v></c>",
        "<c r=\"A1\"><v>1E-999999999</v></c>",
        "<c r=\"A1\"><v>1E99999999999999</v></c>",
        "<c r=\"A1\"><f t=\"shared\" si=\"0\">A1</f><v>1</v></c>"
      })
  void aWorkbookWithACraftedCellIsRefusedOrHarmless(String cell) throws IOException {
    assertThat(MatrixFile.read(workbook("", "<row r=\"1\">" + cell + "</row>"), SPANISH))
        .isInstanceOf(MatrixImport.Rejected.class);
  }

  @Test
  void aPlainWorkbookMadeByHandIsRead() throws IOException {
    var rows = row("Pregunta", "Respuesta") + row("Hola", "Buenas");

    assertThat(MatrixFile.read(workbook("", rows), SPANISH))
        .isInstanceOf(MatrixImport.Imported.class);
  }

  @Test
  void rowsThatHaveNoNumbersAreCounted() throws IOException {
    var rows = row("Pregunta", "Respuesta", "Literal") + row("Hola", "Buenas", "quizás");

    assertThat(sentence(MatrixFile.read(workbook("", rows), SPANISH))).contains("fila 2");
    assertThat(
            sentence(
                MatrixFile.read(
                    workbook(
                        "",
                        rows.replaceFirst("<row>", "<row r=\"7\">")
                            .replace("<row>", "<row r=\"9\">")),
                    SPANISH)))
        .contains("fila 9");
  }

  /// What opens it would read other elements than those that were counted.
  @ParameterizedTest
  @CsvSource({
    "UTF-8,UTF-8,true",
    "UTF-8,utf-8,true",
    "UTF-8,UTF-16,false",
    "UTF-8,windows-1252,false",
    "UTF-16,UTF-16,true",
    "UTF-16,UTF-8,false"
  })
  void aPartIsReadAsWhatItSaysItIsOrNotAtAll(String is, String says, boolean isRead)
      throws IOException {
    var prolog = "<?xml version=\"1.0\" encoding=\"" + says + "\"?>";
    var rows = row("Pregunta", "Respuesta") + row("Hola", "Buenas");
    var file = workbook(prolog, rows, Charset.forName(is));

    assertThat(MatrixFile.read(file, SPANISH) instanceof MatrixImport.Imported).isEqualTo(isRead);
  }

  @Test
  void tooManyRowsAndColumnsOfAWorkbookAreRefused() throws IOException {
    var many = row("Pregunta", "Respuesta") + row("Hola", "Buenas").repeat(20_100);
    var far = row("Pregunta", "Respuesta") + "<row><c r=\"XFD2\"><v>1</v></c></row>";

    assertThat(sentence(MatrixFile.read(workbook("", many), SPANISH, SHIPPED)))
        .contains("20000 filas");
    assertThat(sentence(MatrixFile.read(workbook("", far), SPANISH)))
        .contains("columna XFD", "64 columnas");
  }

  private static String row(String... cells) {
    return "<row>"
        + Arrays.stream(cells)
            .map(text -> "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>")
            .collect(Collectors.joining())
        + "</row>";
  }

  @Test
  void endlessRowsTextsAndFormulasAreRefused() throws IOException {
    var cells = workbook("", "<row>" + "<c/>".repeat(20_000) + "</row>");
    var formula = workbook("", "<row><c><f>" + "A".repeat(10_000) + "</f></c></row>");

    var shared =
        workbook(
            "",
            "<row><c><f t=\"shared\" si=\"0\" ref=\"A1:A9\">"
                + "A1+".repeat(2_000)
                + "A1</f></c></row>"
                + "<row><c><f t=\"shared\" si=\"0\"/></c></row>".repeat(10_000));
    var text = workbook("", row("x".repeat(2_000_000)));
    var attribute = workbook("", "<row><c a=\"" + "x".repeat(5_000_000) + "\"/></row>");

    assertThat(sentence(MatrixFile.read(shared, SPANISH))).contains("descomprimirse");
    assertThat(sentence(MatrixFile.read(text, SPANISH))).contains("descomprimirse");
    assertThat(sentence(MatrixFile.read(attribute, SPANISH))).contains("descomprimirse");
    assertThat(sentence(MatrixFile.read(cells, SPANISH))).contains("descomprimirse");
    assertThat(sentence(MatrixFile.read(formula, SPANISH))).contains("descomprimirse");
  }

  /// What stands for `~` is as long as a number, or a formula, may be.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "~~",
        "~<x/>~",
        "~<!---->~",
        "<v/>~~",
        "<f/>~~",
        "~<x><x/></x>~",
        "<![CDATA[~]]>~",
        "<![CDATA[~~]]>"
      })
  void numbersAndFormulasAreMeasuredWhateverStandsInThem(String shape) throws IOException {
    var number = shape.replace("~", "7".repeat(900));
    var formula = shape.replace("~", "A".repeat(8_000));

    assertThat(sentence(read("<row><c><v>" + number + "</v></c></row>")))
        .contains("No se puede leer");
    assertThat(sentence(read("<row><c><f>" + formula + "</f></c></row>")))
        .contains("descomprimirse");
  }

  private static MatrixImport read(String rows) throws IOException {
    return MatrixFile.read(workbook("", rows), SPANISH);
  }

  @Test
  void aNumberIsReadAsItIsWrittenUnlessItIsEndless() throws IOException {
    var rows =
        row("Pregunta", "Respuesta")
            + "<row><c><v>1E3</v></c><c><v>0.00012</v></c></row>"
            + "<row><c><v>2.50</v></c><c><v>1E999999999</v></c></row>";

    assertThat(MatrixFile.read(workbook("", rows), SPANISH))
        .isInstanceOfSatisfying(
            MatrixImport.Imported.class,
            it -> {
              assertThat(it.matrix().rows())
                  .extracting(Row::question)
                  .containsExactly("1000", "2.5");
              assertThat(it.matrix().rows())
                  .extracting(Row::answer)
                  .containsExactly("0.00012", "1E+999999999");
            });
  }

  @Test
  void whatIsNoTextIsRefusedAndWrittenNowhere() throws IOException {
    var errors = System.err;
    var heard = new ByteArrayOutputStream();
    try {
      System.setErr(new PrintStream(heard, true, StandardCharsets.UTF_8));
      var bad = workbook("", row("a\u00F1o"), StandardCharsets.ISO_8859_1);
      assertThat(sentence(MatrixFile.read(bad, SPANISH))).contains("No se puede leer");
    } finally {
      System.setErr(errors);
    }
    assertThat(heard.toString(StandardCharsets.UTF_8)).doesNotContain("Fatal");
  }

  @Test
  void aDocumentTypeIsRefused() throws IOException {
    var laughs = workbook("<!DOCTYPE x [<!ENTITY a \"aaaa\">]>", "<row><c><v>&a;</v></c></row>");

    assertThat(sentence(MatrixFile.read(laughs, SPANISH))).contains("No se puede leer");
  }

  @Test
  void tooManyRowsColumnsAndCharactersAreRefused() {
    var limits = new Limits(1_000_000, 1_000_000, 10_000, 5, 10, 12, 50);

    assertThat(sentence(csv("Pregunta,Respuesta\n" + "a,b\n".repeat(6), limits)))
        .contains("más de 5 filas");
    assertThat(sentence(csv("Pregunta,Respuesta\n" + "a,b\n".repeat(60), limits)))
        .contains("más de 5 filas");
    assertThat(sentence(csv("Pregunta,Respuesta" + ",x".repeat(20) + "\na,b", limits)))
        .contains("CSV");
    assertThat(sentence(csv("Pregunta,Respuesta\na," + "b".repeat(51), limits)))
        .contains("51 caracteres");
    assertThat(sentence(csv("Pregunta,Respuesta,Variantes\na,b," + "v|".repeat(12), limits)))
        .contains("más de 12 preguntas");
    assertThat(csv(",".repeat(900_000), limits)).isInstanceOf(MatrixImport.Rejected.class);
    assertThat(csv("\"".repeat(900_001), limits)).isInstanceOf(MatrixImport.Rejected.class);
  }

  @Test
  void rubbishNeverThrows() {
    var random = new Random(7);
    var matrix =
        new Matrix(
            List.of(Row.answering(new RowId("A"), SPANISH, "Hola", List.of("buenas"), "Qué tal")));
    for (var format : MatrixFile.Format.values()) {
      var good = MatrixFile.write(matrix, format, SPANISH);
      for (int round = 0; round < 500; round++) {
        var bad = good.clone();
        for (int changes = 1 + random.nextInt(8); changes > 0; changes--) {
          bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
        }
        var cut = Arrays.copyOf(bad, random.nextInt(bad.length));

        assertThat(MatrixFile.read(bad, SPANISH)).isNotNull();
        assertThat(MatrixFile.read(cut, SPANISH)).isNotNull();
      }
    }
  }

  @Test
  void otherKindsOfFileAreToldApart() throws IOException {
    var oldExcel = new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
    var zip = zip("foto.jpg", out -> out.write(1));

    assertThat(sentence(MatrixFile.read(oldExcel, SPANISH))).contains(".xlsx sin contraseña");
    assertThat(sentence(MatrixFile.read(zip, SPANISH))).contains("No se puede leer el libro");
    assertThat(sentence(MatrixFile.read(new byte[] {'P', 'K'}, SPANISH)))
        .contains("No se puede leer el libro");
  }

  private static MatrixImport csv(String text, Limits limits) {
    return MatrixFile.read(text.getBytes(StandardCharsets.UTF_8), SPANISH, limits);
  }

  private static String sentence(MatrixImport result) {
    assertThat(result).isInstanceOf(MatrixImport.Rejected.class);
    return MatrixFileTests.sentences(result).getFirst();
  }

  private interface Part {
    void write(ZipOutputStream out) throws IOException;
  }

  private static byte[] zip(String name, Part part) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry(name));
      part.write(out);
      out.closeEntry();
    }
    return bytes.toByteArray();
  }

  private static byte[] workbook(String prolog, String rows) throws IOException {
    return workbook(prolog, rows, StandardCharsets.UTF_8);
  }

  private static byte[] workbook(String prolog, String rows, Charset charset) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      put(
          out,
          "[Content_Types].xml",
          "<Types><Override PartName=\"/xl/workbook.xml\""
              + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
      put(
          out,
          "xl/workbook.xml",
          "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet"
              + " name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
      put(
          out,
          "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
      put(
          out,
          "xl/worksheets/sheet1.xml",
          prolog + "<worksheet><sheetData>" + rows + "</sheetData></worksheet>",
          charset);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream out, String name, String text) throws IOException {
    put(out, name, text, StandardCharsets.UTF_8);
  }

  private static void put(ZipOutputStream out, String name, String text, Charset charset)
      throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(text.getBytes(charset));
    out.closeEntry();
  }
}
