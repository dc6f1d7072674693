package dev.relevo.knowledge.matrix;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// Takes an uploaded workbook apart before the spreadsheet library sees it, and puts together a new
/// one of the XML parts alone: what was measured is what is then read. It refuses what would make
/// that library run out of memory: parts that unpack to very much, document types, cells at absurd
/// addresses, endless formulas.
final class Workbook {

  private static final int MOST_PARTS = 2_000;

  /// Excel's own limits: columns of a row, characters of a formula.
  private static final int MOST_CELLS = 16_384;

  private static final int LONGEST_FORMULA = 8_192;

  private final Limits limits;
  private final XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
  private long inflated;

  Workbook(Limits limits) {
    this.limits = limits;
    xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  /// What came of it.
  sealed interface Checked {
    record Safe(byte[] workbook) implements Checked {}

    record TooLarge() implements Checked {}

    record Damaged() implements Checked {}
  }

  Checked check(byte[] file) {
    var safe = new ByteArrayOutputStream();
    try (var in = ZipFile.builder().setByteArray(file).get();
        var out = new ZipOutputStream(safe)) {
      int parts = 0;
      for (var entry : Collections.list(in.getEntries())) {
        if (++parts > MOST_PARTS) {
          return new Checked.TooLarge();
        }
        if (isXml(entry)) {
          copy(in.getInputStream(entry), entry.getName(), out);
        }
      }
    } catch (TooMuch e) {
      return new Checked.TooLarge();
    } catch (IOException | XMLStreamException | IllegalArgumentException e) {
      return new Checked.Damaged();
    }
    return new Checked.Safe(safe.toByteArray());
  }

  private static boolean isXml(ZipArchiveEntry entry) {
    return !entry.isDirectory()
        && (entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels"));
  }

  private void copy(InputStream in, String name, ZipOutputStream out)
      throws IOException, XMLStreamException, TooMuch {
    var part = inflate(in);
    inspect(part);
    out.putNextEntry(new ZipEntry(name));
    out.write(part);
    out.closeEntry();
  }

  private byte[] inflate(InputStream in) throws IOException, TooMuch {
    var part = new ByteArrayOutputStream();
    var buffer = new byte[16 * 1024];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      inflated += read;
      if (inflated > limits.inflated()) {
        throw new TooMuch();
      }
      part.write(buffer, 0, read);
    }
    return part.toByteArray();
  }

  private void inspect(byte[] part) throws XMLStreamException, TooMuch {
    var reader = xml.createXMLStreamReader(new ByteArrayInputStream(part));
    try {
      int elements = 0;
      int cells = 0;
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD) {
          throw new XMLStreamException("a document type");
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          cells = reader.getLocalName().equals("row") ? 0 : cells + inspectElement(reader);
          if (++elements > limits.elements() || cells > MOST_CELLS) {
            throw new TooMuch();
          }
        }
      }
    } finally {
      reader.close();
    }
  }

  /// How many cells the element is: one or none.
  private static int inspectElement(XMLStreamReader reader) throws XMLStreamException, TooMuch {
    return switch (reader.getLocalName()) {
      case "c" -> {
        var address = reader.getAttributeValue(null, "r");
        if (address != null && !address.matches("[A-Z]{1,3}[0-9]{1,7}")) {
          throw new XMLStreamException("no address of a cell");
        }
        yield 1;
      }
      case "f" -> {
        inspectFormula(reader);
        yield 0;
      }
      default -> 0;
    };
  }

  private static void inspectFormula(XMLStreamReader reader) throws XMLStreamException, TooMuch {
    if (reader.getElementText().length() > LONGEST_FORMULA) {
      throw new TooMuch();
    }
  }

  private static final class TooMuch extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
