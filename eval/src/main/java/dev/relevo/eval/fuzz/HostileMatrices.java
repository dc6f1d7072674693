package dev.relevo.eval.fuzz;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.MatrixFile;
import dev.relevo.knowledge.matrix.MatrixFile.Format;
import dev.relevo.knowledge.matrix.MatrixImport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// Files of a matrix, mangled: cells, separators and headers of CSV, parts of workbooks, and bytes.
/// What is read in spite of it is written out and read again, and no cell of it may look like a
/// formula to a spreadsheet.
final class HostileMatrices implements Hostile {

  private static final Locale SPANISH = Locale.of("es");
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /// Of the processor, whatever else the machine does.
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /// One file in so many is a workbook; those take a hundred times as long.
  private static final int WORKBOOKS = 200;

  private static final String FORMULA = "=+-@\t\r";

  private static final List<String> ODD =
      List.of(
          "",
          " ",
          "\"",
          "\"\"",
          "'",
          ";",
          ",",
          "\n",
          "\r\n",
          "\t",
          "|",
          "=1+1",
          "=cmd|' /C calc'!A0",
          "+593",
          "-1",
          "@SUM(A1)",
          "'=1",
          "''=1",
          "\uFF1D1",
          "\u0000",
          "\ud800",
          "\uFEFF",
          "\u202e",
          "<b>",
          "&#0;",
          "]]>",
          "ID",
          "Respuesta",
          "sí",
          "no",
          "https://x.example/a?b=c",
          "javascript:alert(1)",
          "9".repeat(400),
          "x".repeat(40_000));

  private final Random dice;
  private final String text;
  private final byte[] workbook;
  private final Map<String, String> parts;

  HostileMatrices(long seed) throws IOException {
    this.dice = new Random(seed);
    var matrix = sample();
    this.text = new String(MatrixFile.write(matrix, Format.CSV, SPANISH), StandardCharsets.UTF_8);
    this.workbook = MatrixFile.write(matrix, Format.XLSX, SPANISH);
    this.parts = parts(workbook);
  }

  @Override
  public boolean next() throws IOException {
    var file = dice.nextInt(WORKBOOKS) == 0 ? mangledWorkbook() : mangledText();
    var started = THREADS.getCurrentThreadCpuTime();
    var read = isRead(file);
    if (THREADS.getCurrentThreadCpuTime() - started > LONGEST.toNanos()) {
      throw failed("it took longer than " + LONGEST, file, null);
    }
    return read;
  }

  private static boolean isRead(byte[] file) {
    try {
      return switch (MatrixFile.read(file, SPANISH)) {
        case MatrixImport.Imported it -> comesBack(it.matrix(), file);
        case MatrixImport.Rejected it when it.problems().isEmpty() ->
            throw failed("it was refused without a word", file, null);
        case MatrixImport.Rejected _ -> false;
      };
    } catch (RuntimeException | StackOverflowError thrown) {
      throw failed("it threw", file, thrown);
    }
  }

  private static boolean comesBack(Matrix matrix, byte[] file) {
    var format = file.length % 100 == 0 ? Format.XLSX : Format.CSV;
    var written = MatrixFile.write(matrix, format, SPANISH);
    if (!(MatrixFile.read(written, SPANISH) instanceof MatrixImport.Imported again)
        || !again.matrix().equals(matrix)) {
      throw failed("what was read does not come back", file, null);
    }
    if (format == Format.CSV && !isHarmless(new String(written, StandardCharsets.UTF_8))) {
      throw failed("a cell of what was written looks like a formula", file, null);
    }
    return true;
  }

  private static boolean isHarmless(String written) {
    var reader = CsvReader.builder().fieldSeparator(';').ofCsvRecord(written);
    return reader.stream()
        .flatMap(it -> it.getFields().stream())
        .allMatch(it -> it.isEmpty() || FORMULA.indexOf(it.charAt(0)) < 0);
  }

  private byte[] mangledText() {
    var mangled = new StringBuilder(text);
    for (var changes = 1 + dice.nextInt(5); changes > 0; changes--) {
      mangle(mangled);
    }
    var bytes = mangled.toString().getBytes(StandardCharsets.UTF_8);
    return dice.nextInt(10) == 0 ? flipped(bytes) : bytes;
  }

  private void mangle(StringBuilder mangled) {
    var at = dice.nextInt(mangled.length() + 1);
    var to = Math.min(mangled.length(), at + dice.nextInt(12));
    switch (dice.nextInt(4)) {
      case 0 -> mangled.insert(at, ODD.get(dice.nextInt(ODD.size())));
      case 1 -> mangled.delete(at, to);
      case 2 -> mangled.insert(at, mangled.substring(at, to));
      default -> cell(mangled, at);
    }
  }

  /// The cell after that place becomes something odd.
  private void cell(StringBuilder mangled, int at) {
    var from = mangled.indexOf(";", at);
    var to = from < 0 ? -1 : mangled.indexOf(";", from + 1);
    if (to > 0) {
      mangled.replace(from + 1, to, ODD.get(dice.nextInt(ODD.size())));
    }
  }

  private byte[] mangledWorkbook() throws IOException {
    if (dice.nextInt(5) == 0) {
      return flipped(workbook);
    }
    var mangledParts = new LinkedHashMap<>(parts);
    var names = List.copyOf(parts.keySet());
    var name = names.get(dice.nextInt(names.size()));
    var mangled = new StringBuilder(parts.getOrDefault(name, ""));
    for (var changes = 1 + dice.nextInt(5); changes > 0; changes--) {
      mangle(mangled);
    }
    mangledParts.put(name, mangled.toString());
    return zip(mangledParts);
  }

  /// From a file: in a stream, entries whose size is told afterwards cannot be read.
  private static Map<String, String> parts(byte[] workbook) throws IOException {
    var parts = new LinkedHashMap<String, String>();
    var file = Files.createTempFile("workbook", ".xlsx");
    Files.write(file, workbook);
    try (var zip = new ZipFile(file.toFile())) {
      for (var entry : Collections.list(zip.entries())) {
        var bytes = zip.getInputStream(entry).readAllBytes();
        parts.put(entry.getName(), new String(bytes, StandardCharsets.UTF_8));
      }
    } finally {
      Files.delete(file);
    }
    return parts;
  }

  private static byte[] zip(Map<String, String> parts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private byte[] flipped(byte[] good) {
    var bad = good.clone();
    for (var changes = 1 + dice.nextInt(8); changes > 0; changes--) {
      bad[dice.nextInt(bad.length)] = (byte) dice.nextInt(256);
    }
    return dice.nextInt(3) == 0 ? Arrays.copyOf(bad, dice.nextInt(bad.length)) : bad;
  }

  private static Matrix sample() {
    var file =
        """
        ID;Idioma;Pregunta principal;Variantes;Respuesta;Acciones
        A-1;es;¿Qué hay de horario?;horario|a qué hora abren;Abrimos de 9 a 18.;
        A-2;es;¿Cuánto cuesta?;precio|cuánto vale;Cuesta 20 dólares.;
        A-3;en;How much is it?;price;It is 20 dollars.;
        """;
    return switch (MatrixFile.read(file.getBytes(StandardCharsets.UTF_8), SPANISH)) {
      case MatrixImport.Imported it -> it.matrix();
      case MatrixImport.Rejected it -> throw new IllegalStateException(it.problems().toString());
    };
  }

  private static AssertionError failed(String what, byte[] file, @Nullable Throwable thrown) {
    var shown =
        new String(Arrays.copyOf(file, Math.min(file.length, 4_000)), StandardCharsets.UTF_8);
    return new AssertionError(what + ": " + shown, thrown);
  }
}
