package dev.relevo.knowledge.document;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cuts an outline into passages of 80 to 200 words, at the ends of paragraphs and sentences, never
/// across headings. A heading with few words below it makes a shorter one; no word is lost or
/// doubled.
final class Splitting {

  static final int FEWEST = 80;
  static final int MOST = 200;

  /// A word longer than this is cut: text without blanks is also split.
  static final int LONGEST_WORD = 200;

  private Splitting() {}

  /// A passage that has not been kept yet.
  record Piece(List<String> headings, String words, int page, String anchor) {}

  static List<Piece> pieces(Outline outline) {
    var pieces = new ArrayList<Piece>();
    var section = new ArrayList<Outline.Paragraph>();
    for (var paragraph : outline.paragraphs()) {
      if (!section.isEmpty() && !isUnderSame(section.getFirst(), paragraph)) {
        pieces.addAll(section(section));
        section.clear();
      }
      section.add(paragraph);
    }
    if (!section.isEmpty()) {
      pieces.addAll(section(section));
    }
    return pieces;
  }

  private static boolean isUnderSame(Outline.Paragraph one, Outline.Paragraph other) {
    return one.headings().equals(other.headings()) && one.anchor().equals(other.anchor());
  }

  private static List<Piece> section(List<Outline.Paragraph> paragraphs) {
    var filling = new Filling(paragraphs.getFirst());
    for (var paragraph : paragraphs) {
      var sentences = sentences(paragraph.text());
      for (int at = 0; at < sentences.size(); at++) {
        filling.add(sentences.get(at), paragraph.page(), at == sentences.size() - 1);
      }
    }
    return filling.pieces();
  }

  private static List<List<String>> sentences(String text) {
    var sentences = new ArrayList<List<String>>();
    var breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
    breaks.setText(text);
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      var words = words(text.substring(from, to));
      for (int at = 0; at < words.size(); at += MOST) {
        sentences.add(words.subList(at, Math.min(words.size(), at + MOST)));
      }
      from = to;
    }
    return sentences;
  }

  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    for (var word : text.strip().split("\\s+", -1)) {
      var rest = word;
      while (rest.length() > LONGEST_WORD) {
        var cut = Character.isHighSurrogate(rest.charAt(LONGEST_WORD - 1)) ? 1 : 0;
        words.add(rest.substring(0, LONGEST_WORD - cut));
        rest = rest.substring(LONGEST_WORD - cut);
      }
      if (!rest.isEmpty()) {
        words.add(rest);
      }
    }
    return words;
  }

  /// The passages of one section, filled one after another.
  private static final class Filling {

    private final Outline.Paragraph above;
    private final List<List<String>> full = new ArrayList<>();
    private final List<Integer> pages = new ArrayList<>();
    private List<String> current = new ArrayList<>();
    private int page;

    Filling(Outline.Paragraph above) {
      this.above = above;
    }

    void add(List<String> sentence, int itsPage, boolean endsParagraph) {
      if (current.size() + sentence.size() > MOST) {
        close();
      }
      if (current.isEmpty()) {
        page = itsPage;
      }
      current.addAll(sentence);
      if (endsParagraph && current.size() >= FEWEST) {
        close();
      }
    }

    private void close() {
      if (!current.isEmpty()) {
        full.add(current);
        pages.add(page);
        current = new ArrayList<>();
      }
    }

    List<Piece> pieces() {
      close();
      var last = full.size() - 1;
      if (last > 0
          && full.get(last).size() < FEWEST
          && full.get(last - 1).size() + full.get(last).size() <= MOST) {
        full.get(last - 1).addAll(full.removeLast());
      }
      var pieces = new ArrayList<Piece>();
      for (int at = 0; at < full.size(); at++) {
        pieces.add(
            new Piece(
                above.headings(), String.join(" ", full.get(at)), pages.get(at), above.anchor()));
      }
      return pieces;
    }
  }
}
