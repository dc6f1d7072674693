package dev.relevo.knowledge.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// Reads a web page as a person would: its main part, without menus, scripts and footers.
final class HtmlOutline {

  /// Not what the page is about.
  private static final String ASIDE =
      "script, style, noscript, template, svg, iframe, object, nav, footer, aside, form, button,"
          + " dialog, [hidden], [aria-hidden=true], [role=navigation], [role=banner],"
          + " [role=contentinfo], body > header";

  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i",
          "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time",
          "u", "var", "wbr", "label");

  private HtmlOutline() {}

  /// @param charset as the server named it; empty to be found in the page
  /// @param address where the page is, for its links; may be empty
  static Outline read(byte[] bytes, String charset, String address, int mostCharacters) {
    try {
      var known = charset.isEmpty() || !isCharset(charset) ? null : charset;
      return outline(Jsoup.parse(new ByteArrayInputStream(bytes), known, address), mostCharacters);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static Outline read(String html, int mostCharacters) {
    return outline(Jsoup.parse(html), mostCharacters);
  }

  private static Outline outline(org.jsoup.nodes.Document page, int mostCharacters) {
    var pen = new Outline.Pen(mostCharacters);
    pen.title(page.title());
    var links = links(page);
    page.select(ASIDE).remove();
    var main = page.selectFirst("main, [role=main], article");
    var whole = main == null || main.text().isBlank() ? page.body() : main;
    var writing = new Writing(pen);
    whole.traverse(writing);
    writing.flush();
    return pen.outline(links);
  }

  private static List<String> links(org.jsoup.nodes.Document page) {
    var robots = page.select("meta[name=robots]").attr("content");
    var links = new ArrayList<String>();
    if (!robots.contains("nofollow")) {
      for (var link : page.select("a[href]:not([rel~=nofollow])")) {
        var address = link.absUrl("href");
        if (!address.isEmpty()) {
          links.add(address);
        }
      }
    }
    return links;
  }

  private static boolean isCharset(String name) {
    try {
      return java.nio.charset.Charset.isSupported(name);
    } catch (IllegalArgumentException notEvenAName) {
      return false;
    }
  }

  /// Collects text until a block ends.
  private static final class Writing implements NodeVisitor {

    private final Outline.Pen pen;
    private final StringBuilder text = new StringBuilder();
    private String anchor = "";

    Writing(Outline.Pen pen) {
      this.pen = pen;
    }

    @Override
    public void head(Node node, int depth) {
      switch (node) {
        case TextNode words -> text.append(words.getWholeText());
        case Element element -> open(element);
        default -> {}
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        close(element);
      }
    }

    private void open(Element element) {
      var name = element.normalName();
      if (name.equals("br")) {
        text.append(' ');
      } else if (!INLINE.contains(name)) {
        flush();
      }
      if (Outline.level(name) > 0) {
        anchor = anchorOf(element);
      }
    }

    private void close(Element element) {
      var name = element.normalName();
      if (Outline.level(name) > 0) {
        pen.heading(Outline.level(name), text.toString(), anchor);
        text.setLength(0);
      } else if (!INLINE.contains(name)) {
        flush();
      }
    }

    void flush() {
      pen.text(text.toString());
      text.setLength(0);
    }

    private static String anchorOf(Element heading) {
      if (!heading.id().isEmpty()) {
        return heading.id();
      }
      var within = heading.selectFirst("[id], a[name]");
      if (within != null) {
        return within.id().isEmpty() ? within.attr("name") : within.id();
      }
      var parent = heading.parent();
      return parent != null && heading.elementSiblingIndex() == 0 ? parent.id() : "";
    }
  }
}
