package dev.relevo.knowledge.suggestion;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A page of frequent questions, in the forms pages have them: schema.org's FAQPage (JSON-LD or
/// microdata), `details` with a `summary`, definition lists, and headings that are questions. A
/// question found in two forms counts once.
final class FaqPage {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int LONGEST_QUESTION = 300;
  private static final int SHOWN = 60;
  private static final Set<String> LINES =
      Set.of(
          "p", "div", "li", "br", "tr", "ul", "ol", "section", "dd", "h1", "h2", "h3", "h4", "h5",
          "h6");

  private final Document page;
  private final Locale language;
  private final Gathering gathering;

  private FaqPage(Document page, Locale language, Gathering gathering) {
    this.page = page;
    var own = Locale.forLanguageTag(page.select("html").attr("lang"));
    this.language = own.getLanguage().isEmpty() ? language : Locale.of(own.getLanguage());
    this.gathering = gathering;
  }

  /// @param charset as its server named it; empty to be found in the page
  /// @param language of a page that names none
  static void read(byte[] bytes, String charset, Locale language, Gathering gathering) {
    try {
      var known = isCharset(charset) ? charset : null;
      var page = Jsoup.parse(new ByteArrayInputStream(bytes), known, "");
      new FaqPage(page, language, gathering).read();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static boolean isCharset(String name) {
    try {
      return !name.isEmpty() && Charset.isSupported(name);
    } catch (IllegalArgumentException notEvenAName) {
      return false;
    }
  }

  private final Set<String> asked = new HashSet<>();

  /// As written; what has an answer in another form of the page is not missed.
  private final Map<String, String> unanswered = new LinkedHashMap<>();

  private void read() {
    page.select("script[type=application/ld+json]").forEach(it -> linkedData(it.data()));
    page.select("[itemtype~=(?i)schema\\.org/Question]").forEach(this::microdata);
    page.select("script, style, noscript, template, nav, footer, form").remove();
    page.select("details:has(> summary)").forEach(this::details);
    page.select("dl").forEach(this::definitions);
    headings();
    unanswered.keySet().removeAll(asked);
    unanswered.values().forEach(it -> gathering.leaveOut("suggestion.unanswered", it));
  }

  private void add(String question, String answer) {
    var line = Gathering.oneLine(question);
    var key = line.toLowerCase(Locale.ROOT);
    if (line.isEmpty() || asked.contains(key)) {
      return;
    }
    if (answer.isBlank()) {
      unanswered.putIfAbsent(key, line);
      return;
    }
    asked.add(key);
    if (line.length() > LONGEST_QUESTION) {
      gathering.leaveOut("suggestion.question.long", line.substring(0, SHOWN), LONGEST_QUESTION);
    } else {
      gathering.add(
          new Gathering.Source("", "", language, List.of(line), List.of(answer), List.of()));
    }
  }

  private void linkedData(String data) {
    try {
      linkedData(JSON.readTree(data), 0);
    } catch (JacksonException broken) {
      gathering.leaveOut("suggestion.linked-data");
    }
  }

  private void linkedData(JsonNode node, int depth) {
    if (depth > 8) {
      return;
    }
    if (isA(node, "Question")) {
      var answer = node.path("acceptedAnswer");
      var first = answer.isArray() ? answer.path(0) : answer;
      add(
          Jsoup.parse(node.path("name").asString("")).text(),
          text(Jsoup.parse(first.path("text").asString("")).body()));
    } else {
      node.forEach(it -> linkedData(it, depth + 1));
    }
  }

  private static boolean isA(JsonNode node, String type) {
    var types = node.path("@type");
    if (types.isArray()) {
      for (var it : types) {
        if (it.asString("").equals(type)) {
          return true;
        }
      }
      return false;
    }
    return types.asString("").equals(type);
  }

  private void microdata(Element question) {
    var name = question.selectFirst("[itemprop=name]");
    var answer = question.selectFirst("[itemprop=acceptedAnswer] [itemprop=text]");
    if (name != null && answer != null) {
      add(name.text(), text(answer));
    }
  }

  private void details(Element details) {
    var summary = details.selectFirst("> summary");
    if (summary != null) {
      var question = summary.text();
      var answer = details.clone();
      answer.select("> summary").remove();
      add(question, text(answer));
    }
  }

  private void definitions(Element list) {
    var question = "";
    var answer = new StringBuilder();
    for (var element : list.select("dt, dd")) {
      if (element.normalName().equals("dt")) {
        add(question, answer.toString());
        question = element.text();
        answer.setLength(0);
      } else {
        answer.append(answer.isEmpty() ? "" : "\n").append(text(element));
      }
    }
    add(question, answer.toString());
  }

  /// From a heading that is a question to the next heading that is not below it.
  private void headings() {
    var question = "";
    var level = 0;
    var answer = new StringBuilder();
    for (var element : page.body().select("h1, h2, h3, h4, h5, h6, p, li, td, pre, blockquote")) {
      var its = element.normalName().charAt(0) == 'h' ? element.normalName().charAt(1) - '0' : 0;
      if (its > 0 && (its <= level || level == 0 || isQuestion(element.text()))) {
        add(question, answer.toString());
        answer.setLength(0);
        question = isQuestion(element.text()) ? element.text() : "";
        level = question.isEmpty() ? 0 : its;
      } else if (level > 0 && isLeaf(element)) {
        answer.append(answer.isEmpty() ? "" : "\n").append(text(element));
      }
    }
    add(question, answer.toString());
  }

  /// Whether no other part of an answer lies in it.
  private static boolean isLeaf(Element element) {
    return element.select("p, li, td, pre, blockquote").size() <= 1;
  }

  private static boolean isQuestion(String text) {
    return text.strip().endsWith("?") || text.strip().startsWith("¿");
  }

  /// As one would read it aloud, line by line.
  private static String text(Element element) {
    var text = new StringBuilder();
    element.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
              text.append(words.text());
            } else if (node.normalName().equals("li")) {
              text.append("\n- ");
            } else if (LINES.contains(node.normalName())) {
              text.append('\n');
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (LINES.contains(node.normalName()) && !node.normalName().equals("br")) {
              text.append('\n');
            }
          }
        });
    return text.toString().replaceAll("[ \\u00A0]+", " ").replaceAll(" ?\\n[ \\n]*", "\n").strip();
  }
}
