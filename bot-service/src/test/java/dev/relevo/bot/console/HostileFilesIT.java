package dev.relevo.bot.console;

import static dev.relevo.bot.access.Partner.json;
import static dev.relevo.bot.access.Partner.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.access.Partner;
import dev.relevo.bot.access.Scope;
import dev.relevo.bot.access.Visit;
import dev.relevo.bot.browser.RunningApplication;
import dev.relevo.crm.team.Role;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.draft.Overview;
import dev.relevo.knowledge.matrix.MatrixFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Files that the doors of the matrix let in, but that hold a gigabyte, or nothing but one cell.
class HostileFilesIT {

  private static final RunningApplication APPLICATION = RunningApplication.shared();
  private static final int MEGABYTE = 1024 * 1024;
  private static final int MEGABYTES = 1024;

  /// Half of what the files unpack to, and more than the largest honest one needs.
  private static final long MOST_HELD = 512L * MEGABYTE;

  private final Visit manager = Visit.as(Role.MANAGER);
  private final Partner partner = Partner.with(Scope.MATRIX_READ, Scope.MATRIX_WRITE);

  enum Hostile {
    ROWS_OF_A_GIGABYTE("descomprimirse") {
      @Override
      void write(OutputStream out) throws IOException {
        workbook(out, "", "<row><c t=\"inlineStr\"><is><t>Hola</t></is></c></row>", "");
      }
    },
    CELL_OF_A_GIGABYTE("descomprimirse") {
      @Override
      void write(OutputStream out) throws IOException {
        workbook(out, "<row><c t=\"inlineStr\"><is><t>", "x", "</t></is></c></row>");
      }
    },
    COMPRESSED_CSV("UTF-8") {
      @Override
      void write(OutputStream out) throws IOException {
        try (var gzip = new GZIPOutputStream(out)) {
          gzip.write("Pregunta;Respuesta\nHola;".getBytes(StandardCharsets.UTF_8));
          repeat("x", MEGABYTES, gzip);
        }
      }
    },
    CSV_OF_ONE_CELL("CSV") {
      @Override
      void write(OutputStream out) throws IOException {
        out.write("Pregunta;Respuesta\nHola;".getBytes(StandardCharsets.UTF_8));
        repeat("x", MatrixFile.mostMegabytes() - 1, out);
      }
    };

    /// Of the sentence that refuses it.
    private final String word;

    Hostile(String word) {
      this.word = word;
    }

    abstract void write(OutputStream out) throws IOException;

    byte[] bytes() throws IOException {
      var bytes = new ByteArrayOutputStream();
      write(bytes);
      return bytes.toByteArray();
    }
  }

  @ParameterizedTest
  @EnumSource
  @Timeout(120)
  void isRefusedInOneSentenceAndNeitherHeldNorStored(Hostile hostile) throws IOException {
    var file = hostile.bytes();
    assertThat(file.length).isLessThan(MatrixFile.mostMegabytes() * MEGABYTE);
    manager.get("/console/matrix/import");
    var before = draft();
    var memory = new Memory();

    for (var door : List.of("/console/matrix/check", "/console/matrix/load")) {
      var form = Map.of("how", "replace", "seen", Long.toString(before.revision()));
      var page = manager.upload(APPLICATION.url(door), "file", "matriz.xlsx", file, form);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains(hostile.word).containsOnlyOnce("<li>");
      assertThat(page.headers().firstValue("HX-Redirect")).isEmpty();
    }
    var answer =
        partner.send(
            "POST",
            "/api/v1/matrix/file?language=es",
            BodyPublishers.ofByteArray(file),
            "Content-Type",
            "application/octet-stream",
            "Accept-Language",
            "es",
            "If-Match",
            "*");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(problem(answer)).isEqualTo("file-not-a-matrix");
    assertThat(json(answer).path("errors").size()).isEqualTo(1);
    assertThat(json(answer).path("errors").get(0).path("detail").asString()).contains(hostile.word);

    assertThat(memory.held()).isLessThan(MOST_HELD);
    assertThat(draft()).isEqualTo(before);
    assertThat(manager.get("/console/matrix").statusCode()).isEqualTo(200);
    assertThat(partner.get("/api/v1/matrix/rows").statusCode()).isEqualTo(200);
  }

  private Overview draft() {
    return APPLICATION.bean(Drafts.class).overview(partner.workspace().value());
  }

  /// What is large or lives on lies in the old generation, which is not disturbed by the small and
  /// short-lived objects of whatever else goes on.
  private static final class Memory {

    private final List<MemoryPoolMXBean> old =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(it -> it.getType() == MemoryType.HEAP && it.isUsageThresholdSupported())
            .toList();
    private final long before;

    Memory() {
      System.gc();
      old.forEach(MemoryPoolMXBean::resetPeakUsage);
      before = peak();
    }

    /// The most that was held since then, beside what was held before.
    long held() {
      return peak() - before;
    }

    private long peak() {
      assertThat(old).isNotEmpty();
      return old.stream().mapToLong(it -> it.getPeakUsage().getUsed()).sum();
    }
  }

  private static void workbook(OutputStream out, String before, String repeated, String after)
      throws IOException {
    try (var zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_SPEED);
      part(
          zip,
          "[Content_Types].xml",
          "<Types><Override PartName=\"/xl/workbook.xml\""
              + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
      part(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet"
              + " name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
      part(zip, "xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + before);
      repeat(repeated, MEGABYTES, zip);
      zip.write((after + "</sheetData></worksheet>").getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void repeat(String text, int megabytes, OutputStream out) throws IOException {
    var megabyte = text.repeat(MEGABYTE / text.length()).getBytes(StandardCharsets.UTF_8);
    for (var written = 0; written < megabytes; written++) {
      out.write(megabyte);
    }
  }
}
