package dev.relevo.knowledge.document;

import java.util.Set;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Takes what Tika says of a file (XHTML, event by event) into an outline. Where the file has pages
/// and no headings, as PDF has, lines that look like headings are taken for some.
final class PagedOutline extends DefaultHandler {

  private static final Set<String> BLOCKS =
      Set.of("p", "div", "li", "td", "th", "tr", "table", "ul", "ol", "body", "br");

  /// `3.2 Plazos de entrega`, `PLAZOS DE ENTREGA`: short, no sentence.
  private static final Pattern HEADING_LINE =
      Pattern.compile(
          "(?:\\d{1,2}(?:\\.\\d{1,2}){0,3}\\.?\\s+\\p{Lu}.{2,80}|[\\p{Lu}\\d][\\p{Lu}\\d\\s,¿?()/-]{5,80})(?<![.,;:])");

  private static final Pattern HYPHENATED = Pattern.compile("(\\p{Ll})-\\n(\\p{Ll})");

  private final Outline.Pen pen;
  private final StringBuilder text = new StringBuilder();
  private final boolean isPaged;
  private volatile boolean stopped;
  private int page;

  PagedOutline(Outline.Pen pen, boolean isPaged) {
    this.pen = pen;
    this.isPaged = isPaged;
  }

  /// The next event ends the parser.
  void stop() {
    stopped = true;
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes)
      throws SAXException {
    goOn();
    if (BLOCKS.contains(name) || Outline.level(name) > 0) {
      flush();
    }
    if (name.equals("div") && "page".equals(attributes.getValue("class"))) {
      pen.page(++page);
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) throws SAXException {
    goOn();
    if (Outline.level(name) > 0) {
      pen.heading(Outline.level(name), text.toString(), "");
      text.setLength(0);
    } else if (BLOCKS.contains(name)) {
      flush();
    } else if (name.equals("title")) {
      text.setLength(0);
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) throws SAXException {
    goOn();
    text.append(characters, start, length);
  }

  @Override
  public void ignorableWhitespace(char[] characters, int start, int length) throws SAXException {
    characters(characters, start, length);
  }

  private void goOn() throws SAXException {
    if (stopped) {
      throw new SAXException("stopped");
    }
  }

  private void flush() {
    if (isPaged) {
      paragraphs(HYPHENATED.matcher(text).replaceAll("$1$2"));
    } else {
      pen.text(text.toString());
    }
    text.setLength(0);
  }

  private void paragraphs(String block) {
    var paragraph = new StringBuilder();
    for (var line : block.split("\n", -1)) {
      var trimmed = line.strip();
      if (HEADING_LINE.matcher(trimmed).matches()) {
        pen.text(paragraph.toString());
        paragraph.setLength(0);
        pen.heading(2, trimmed, "");
      } else {
        paragraph.append(trimmed).append(' ');
      }
    }
    pen.text(paragraph.toString());
  }
}
