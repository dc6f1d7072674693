package dev.relevo.knowledge.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/// Reads PDF and DOCX by Apache Tika's own parsers, called by name: nothing is looked up on the
/// class path, nothing embedded is opened, nothing external is resolved.
final class TikaReading {

  private static final long PDF_MEMORY = 32L * 1024 * 1024;
  private static final long INFLATED = 100L * 1024 * 1024;

  private final Outline.Pen pen;
  private volatile boolean stopped;
  private volatile PagedOutline events;

  TikaReading(int mostCharacters) {
    pen = new Outline.Pen(mostCharacters);
    events = new PagedOutline(pen, false);
  }

  /// The reading under way ends at its next word.
  void stop() {
    stopped = true;
    events.stop();
  }

  Outline read(byte[] bytes, FileType type) throws IOException, SAXException, TikaException {
    var isPdf = type == FileType.PDF;
    if (!isPdf) {
      refuseBombs(bytes);
    }
    events = new PagedOutline(pen, isPdf);
    if (stopped) {
      events.stop();
    }
    var metadata = new Metadata();
    try (var stream = TikaInputStream.get(bytes)) {
      var parser = isPdf ? new PDFParser() : new OOXMLParser();
      parser.parse(stream, events, metadata, context());
    }
    var outline = pen.outline(List.of());
    var title = metadata.get(TikaCoreProperties.TITLE);
    return outline.title().isEmpty() && title != null
        ? new Outline(title.strip(), outline.paragraphs(), List.of())
        : outline;
  }

  private static ParseContext context() {
    var context = new ParseContext();
    context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
    var office = new OfficeParserConfig();
    office.setUseSAXDocxExtractor(true);
    office.setIncludeHeadersAndFooters(false);
    context.set(OfficeParserConfig.class, office);
    var pdf = new PDFParserConfig();
    pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
    pdf.setExtractInlineImages(false);
    pdf.setExtractBookmarksText(false);
    pdf.setExtractAnnotationText(false);
    pdf.setExtractActions(false);
    pdf.setIfXFAExtractOnlyXFA(false);
    pdf.setMaxMainMemoryBytes(PDF_MEMORY);
    context.set(PDFParserConfig.class, pdf);
    return context;
  }

  /// A DOCX is a ZIP: unpacks it once into nothing, to see how much it holds.
  private static void refuseBombs(byte[] bytes) throws IOException {
    var buffer = new byte[64 * 1024];
    long inflated = 0;
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
          inflated += read;
          if (inflated > INFLATED) {
            throw new Outline.TooLong();
          }
        }
      }
    }
  }

  private static final class NothingEmbedded implements EmbeddedDocumentExtractor {

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
      return false;
    }

    @Override
    public void parseEmbedded(
        InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {}
  }
}
