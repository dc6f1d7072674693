package dev.relevo.knowledge.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.relevo.knowledge.InTime;
import dev.relevo.knowledge.KeptInputs;
import dev.relevo.knowledge.matrix.MatrixFile.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;

/// Whatever somebody imports is read or refused in time and with a reason. What is read comes back
/// equal when it is exported and imported again, and no cell of it looks like a formula to a
/// spreadsheet. `verify` replays the inputs that are kept; with `-Pfuzz` Jazzer goes on from them.
class MatrixFuzzTests {

  private static final Locale SPANISH = Locale.of("es");

  /// One in so many comes back as a workbook, too, which takes a hundred times as long.
  private static final int WORKBOOKS = 20;

  private static final String FORMULA = "=+-@\t\r";

  /// Those of a workbook with every kind of cell, by name.
  private static final Map<String, byte[]> PARTS = parts(workbook());

  @DictionaryEntries({
    "\\xEF\\xBB\\xBF",
    "\\x0D\\x0A",
    "''=1",
    "=1+1",
    "\\xEF\\xBC\\x9D1",
    "->",
    "Respuesta"
  })
  @FuzzTest(maxDuration = "", maxExecutions = 10_000_000)
  void aFileIsReadOrRefused(byte[] file) {
    InTime.call(() -> isRead(file));
  }

  /// @param input the number of a part, as a digit, and what stands in its place
  @DictionaryEntries({"<row r='1'>", "<c r='A1' t='s'>", "</v>", "&#0;", "<!ENTITY", "]]>"})
  @FuzzTest(maxDuration = "", maxExecutions = 10_000_000)
  void aWorkbookIsReadOrRefused(byte[] input) {
    if (input.length > 0) {
      var file = workbook(input);
      InTime.call(() -> isRead(file));
    }
  }

  @Test
  void ofWhatIsKeptSomeIsReadAndSomeRefused() {
    KeptInputs.requireBoth(MatrixFuzzTests.class, "aFileIsReadOrRefused", MatrixFuzzTests::isRead);
    KeptInputs.requireBoth(
        MatrixFuzzTests.class, "aWorkbookIsReadOrRefused", it -> isRead(workbook(it)));
  }

  private static boolean isRead(byte[] file) {
    return switch (MatrixFile.read(file, SPANISH)) {
      case MatrixImport.Imported(var matrix, var _, var _, var _) -> {
        requireReturn(matrix);
        yield true;
      }
      case MatrixImport.Rejected(var problems, var _) -> {
        assertThat(problems).isNotEmpty().allSatisfy(it -> assertThat(it.in(SPANISH)).isNotBlank());
        yield false;
      }
    };
  }

  private static void requireReturn(Matrix matrix) {
    var text = matrix.toString();
    assertThat(text).doesNotContain("\u0000");
    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).as(text).isTrue();
    var csv = MatrixFile.write(matrix, Format.CSV, SPANISH);
    requireEqual(matrix, csv);
    var reader =
        CsvReader.builder()
            .fieldSeparator(';')
            .ofCsvRecord(new String(csv, StandardCharsets.UTF_8));
    assertThat(reader.stream().flatMap(it -> it.getFields().stream()))
        .noneMatch(it -> !it.isEmpty() && FORMULA.indexOf(it.charAt(0)) >= 0);
    if (Arrays.hashCode(csv) % WORKBOOKS == 0) {
      requireEqual(matrix, MatrixFile.write(matrix, Format.XLSX, SPANISH));
    }
  }

  private static void requireEqual(Matrix matrix, byte[] written) {
    assertThat(MatrixFile.read(written, SPANISH))
        .isInstanceOfSatisfying(
            MatrixImport.Imported.class, it -> assertThat(it.matrix()).isEqualTo(matrix));
  }

  private static Map<String, byte[]> parts(byte[] workbook) {
    var parts = new TreeMap<String, byte[]>();
    try (var zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook)).get()) {
      for (var entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
        // Who made it and when is not read, and differs each time.
        if (!entry.getName().startsWith("docProps/")) {
          parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts;
  }

  private static byte[] workbook() {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new org.dhatim.fastexcel.Workbook(bytes, "Relevo", "1.0");
        var sheet = workbook.newWorksheet("Matriz")) {
      var header = List.of("Pregunta", "Respuesta", "Literal", "Vigencia desde");
      header.forEach(it -> sheet.value(0, header.indexOf(it), it));
      sheet.value(1, 0, 12.5);
      sheet.value(1, 1, "=1+1");
      sheet.value(1, 2, true);
      sheet.value(1, 3, LocalDate.of(2026, 6, 1));
      sheet.style(1, 3).format("yyyy-mm-dd").set();
      sheet.value(2, 0, "Hola");
      sheet.formula(2, 1, "A2");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] workbook(byte[] input) {
    var names = List.copyOf(PARTS.keySet());
    var parts = new TreeMap<>(PARTS);
    parts.put(
        names.get(Math.floorMod(input[0] - '0', names.size())),
        Arrays.copyOfRange(input, 1, input.length));
    return workbook(parts);
  }

  private static byte[] workbook(Map<String, byte[]> parts) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.setLevel(0);
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
