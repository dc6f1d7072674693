package dev.relevo.knowledge.matrix;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// Takes an uploaded workbook apart before the spreadsheet library sees it, and puts together a new
/// one of the XML parts alone: what was measured is what is then read. It refuses what would make
/// that library run out of memory: parts that unpack to very much, document types, cells at absurd
/// addresses, endless formulas. No part is ever held unpacked.
final class Workbook {

  private static final int MOST_PARTS = 2_000;

  /// Excel's own limits: columns of a row, characters of a formula.
  private static final int MOST_CELLS = 16_384;

  private static final int LONGEST_FORMULA = 8_192;

  /// Characters of all formulas of a part, written out.
  private static final long FORMULA_TEXT = 10_000_000;

  /// Characters in one element, far above what a cell may hold.
  private static final int LONGEST_TEXT = 1_000_000;

  /// Characters of a number, far above what a spreadsheet writes; more take the processor long.
  private static final int LONGEST_NUMBER = 1_000;

  /// Bytes of a part before the next tag, text or comment ends.
  private static final int LONGEST_TOKEN = 4_000_000;

  private static final Pattern ADDRESS = Pattern.compile("[A-Z]{1,3}[0-9]{1,7}");

  private final Limits limits;
  private final XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
  private long inflated;
  private boolean exceeded;

  Workbook(Limits limits) {
    this.limits = limits;
    xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  /// What came of it.
  sealed interface Checked {
    /// What may be opened.
    ///
    /// @param hasStyles whether numbers have formats, which tell dates from other numbers
    record Safe(InputStream workbook, boolean hasStyles) implements Checked {}

    record TooLarge() implements Checked {}

    record Damaged() implements Checked {}
  }

  Checked check(byte[] file) {
    var safe = new ByteArrayOutputStream();
    boolean hasStyles = false;
    try (var in = ZipFile.builder().setByteArray(file).get();
        var out = new ZipOutputStream(safe)) {
      out.setLevel(Deflater.BEST_SPEED);
      int parts = 0;
      for (var entry : Collections.list(in.getEntries())) {
        if (++parts > MOST_PARTS) {
          return new Checked.TooLarge();
        }
        hasStyles |= entry.getName().endsWith("/styles.xml");
        if (isRead(entry)) {
          copy(in.getInputStream(entry), entry.getName(), out);
        }
      }
    } catch (TooMuch e) {
      return new Checked.TooLarge();
    } catch (IOException | XMLStreamException | IllegalArgumentException e) {
      return exceeded ? new Checked.TooLarge() : new Checked.Damaged();
    }
    return new Checked.Safe(new ByteArrayInputStream(safe.toByteArray()), hasStyles);
  }

  /// Custom XML is data of whoever put it there, which no cell shows.
  private static boolean isRead(ZipArchiveEntry entry) {
    var name = entry.getName();
    return !entry.isDirectory()
        && !name.startsWith("customXml/")
        && (name.endsWith(".xml") || name.endsWith(".rels"));
  }

  private void copy(InputStream in, String name, ZipOutputStream out)
      throws IOException, XMLStreamException, TooMuch {
    out.putNextEntry(new ZipEntry(name));
    var copying = new Copying(in, out);
    inspect(copying);
    copying.transferTo(OutputStream.nullOutputStream());
    out.closeEntry();
  }

  /// Writes what is read of a part, and reads no more than a workbook may unpack to.
  private final class Copying extends InputStream {

    private final InputStream part;
    private final OutputStream copy;
    private int token;

    Copying(InputStream part, OutputStream copy) {
      this.part = part;
      this.copy = copy;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = part.read(into, from, length);
      if (read > 0) {
        inflated += read;
        token += read;
        exceeded = inflated > limits.inflated() || token > LONGEST_TOKEN;
        if (exceeded) {
          throw new IOException("the workbook unpacks to too much");
        }
        copy.write(into, from, read);
      }
      return read;
    }

    void tokenEnded() {
      token = 0;
    }
  }

  /// Parts are UTF-8 or UTF-16 (ECMA-376, part 2, "Markup"); decoded here, as the JDK's reader
  /// writes what it cannot decode to the standard error output, past every log.
  private void inspect(Copying part) throws IOException, XMLStreamException, TooMuch {
    var text = UnicodeText.of(part);
    var reader = xml.createXMLStreamReader(text.reader());
    try {
      requireSame(text.charset(), reader.getCharacterEncodingScheme());
      var inspection = new Inspection();
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.DTD -> throw new XMLStreamException("a document type");
          case XMLStreamConstants.START_ELEMENT -> inspection.begin(reader);
          case XMLStreamConstants.END_ELEMENT -> inspection.end();
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
              inspection.text(reader.getTextLength());
          default -> {}
        }
        part.tokenEnded();
      }
    } finally {
      reader.close();
    }
  }

  /// What opens it goes by what a part says of itself.
  private static void requireSame(Charset charset, @Nullable String said)
      throws XMLStreamException {
    var name = said == null ? charset.name() : said.toUpperCase(Locale.ROOT);
    var isUtf16 = !charset.equals(StandardCharsets.UTF_8) && name.equals("UTF-16");
    if (!isUtf16 && !name.equals(charset.name())) {
      throw new XMLStreamException("a part in another encoding than Unicode's");
    }
  }

  /// What was seen so far in one part.
  private final class Inspection {

    private int elements;
    private int cells;
    private boolean isNumeric;
    private Inside inside = Inside.OTHER;
    private int deeper;
    private int text;
    private long formulas;
    private long longestFormula;

    void begin(XMLStreamReader reader) throws XMLStreamException, TooMuch {
      switch (reader.getLocalName()) {
        case "row" -> cells = 0;
        case "c" -> cell(reader);
        case "f" -> formulas++;
        default -> {}
      }
      // What reads a number or a formula takes what stands between its tags, elements or not.
      if (inside == Inside.OTHER) {
        inside = inside(reader.getLocalName());
        deeper = 0;
        text = 0;
      } else {
        deeper++;
      }
      // A shared formula is written out for each cell that shares it.
      if (++elements > limits.elements()
          || cells > MOST_CELLS
          || formulas * longestFormula > FORMULA_TEXT) {
        throw new TooMuch();
      }
    }

    void end() {
      if (deeper-- == 0) {
        inside = Inside.OTHER;
      }
    }

    private Inside inside(String element) {
      return switch (element) {
        case "f" -> Inside.FORMULA;
        case "v" -> isNumeric ? Inside.NUMBER : Inside.OTHER;
        default -> Inside.OTHER;
      };
    }

    private void cell(XMLStreamReader reader) throws XMLStreamException {
      var address = reader.getAttributeValue(null, "r");
      var type = reader.getAttributeValue(null, "t");
      if (address != null && !ADDRESS.matcher(address).matches()) {
        throw new XMLStreamException("no address of a cell");
      }
      isNumeric = type == null || type.equals("n");
      cells++;
    }

    void text(int length) throws XMLStreamException, TooMuch {
      text += length;
      if (inside == Inside.NUMBER && text > LONGEST_NUMBER) {
        throw new XMLStreamException("no number");
      }
      if (inside == Inside.FORMULA) {
        longestFormula = Math.max(longestFormula, text);
      }
      if (text > LONGEST_TEXT || longestFormula > LONGEST_FORMULA) {
        throw new TooMuch();
      }
    }
  }

  /// Where a text stands.
  private enum Inside {
    NUMBER,
    FORMULA,
    OTHER
  }

  private static final class TooMuch extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
