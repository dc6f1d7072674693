package dev.relevo.knowledge.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/// Small files of every kind that is read.
final class Samples {

  private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

  private Samples() {}

  /// One page for each list of lines.
  static byte[] pdf(List<List<String>> pages) {
    return pdf(pages, "");
  }

  static byte[] pdf(List<List<String>> pages, String password) {
    try (var document = new PDDocument();
        var bytes = new ByteArrayOutputStream()) {
      for (var lines : pages) {
        page(document, lines);
      }
      if (!password.isEmpty()) {
        document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
      }
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void page(PDDocument document, List<String> lines) throws IOException {
    var page = new PDPage();
    document.addPage(page);
    try (var content = new PDPageContentStream(document, page)) {
      content.beginText();
      content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
      content.setLeading(14);
      content.newLineAtOffset(60, 720);
      for (var line : lines) {
        content.showText(line);
        content.newLine();
      }
      content.endText();
    }
  }

  /// A paragraph that begins with `#` is a heading.
  static byte[] docx(String... paragraphs) {
    var body = new StringBuilder();
    for (var paragraph : paragraphs) {
      var level = paragraph.indexOf(' ');
      var isHeading = paragraph.startsWith("#");
      body.append("<w:p>")
          .append(isHeading ? "<w:pPr><w:pStyle w:val=\"Heading" + level + "\"/></w:pPr>" : "")
          .append("<w:r><w:t>")
          .append(isHeading ? paragraph.substring(level + 1) : paragraph)
          .append("</w:t></w:r></w:p>");
    }
    return docxOf(
        "<w:document xmlns:w=\"" + WORD + "\"><w:body>" + body + "</w:body></w:document>");
  }

  /// A DOCX whose main part is this XML.
  static byte[] docxOf(String document) {
    var styles = new StringBuilder();
    for (int level = 1; level <= 3; level++) {
      styles.append(
          "<w:style w:type=\"paragraph\" w:styleId=\"Heading%d\"><w:name w:val=\"heading %d\"/></w:style>"
              .formatted(level, level));
    }
    return zip(
        Map.of(
            "[Content_Types].xml",
            """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
            <Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
            </Types>
            """,
            "_rels/.rels",
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
            </Relationships>
            """,
            "word/_rels/document.xml.rels",
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
            </Relationships>
            """,
            "word/styles.xml",
            "<w:styles xmlns:w=\"" + WORD + "\">" + styles + "</w:styles>",
            "word/document.xml",
            document));
  }

  /// The same file every time: its entries by name.
  static byte[] zip(Map<String, String> entries) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var entry : new TreeMap<>(entries).entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
