package dev.relevo.knowledge.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A document's text in order, each paragraph with the headings above it.
///
/// @param title empty if the document names none
/// @param links the addresses it links to; empty for files
record Outline(String title, List<Paragraph> paragraphs, List<String> links) {

  Outline {
    paragraphs = List.copyOf(paragraphs);
    links = List.copyOf(links);
  }

  /// @param headings from the outermost on, without the title
  /// @param page from 1; 0 where there are no pages
  /// @param anchor of the heading right above; may be empty
  record Paragraph(List<String> headings, String text, int page, String anchor) {
    Paragraph {
      headings = List.copyOf(headings);
    }
  }

  /// Takes headings and text as they come by. Bounded: what is too long stops its reader.
  static final class Pen {

    private static final int LONGEST_HEADING = 200;

    private final int mostCharacters;
    private final List<Paragraph> paragraphs = new ArrayList<>();
    private final String[] levels = new String[7];
    private String title = "";
    private String anchor = "";
    private int page;
    private int characters;

    Pen(int mostCharacters) {
      this.mostCharacters = mostCharacters;
      Arrays.fill(levels, "");
    }

    /// The title, unless a heading becomes it.
    void title(String text) {
      title = heading(text);
    }

    void page(int number) {
      page = number;
    }

    /// @param level 1 to 6; the first heading of level 1 is the title
    void heading(int level, String text, String itsAnchor) {
      var line = heading(text);
      if (line.isEmpty()) {
        return;
      }
      Arrays.fill(levels, level, levels.length, "");
      var isTitle = level == 1 && (paragraphs.isEmpty() || line.equalsIgnoreCase(title));
      if (isTitle) {
        title = line;
      } else {
        levels[level] = line;
      }
      anchor = itsAnchor;
    }

    void text(String text) {
      var clean = line(text);
      if (clean.isEmpty()) {
        return;
      }
      characters += clean.length();
      if (characters > mostCharacters) {
        throw new TooLong();
      }
      var above = Stream.of(levels).filter(it -> !it.isEmpty()).toList();
      paragraphs.add(new Paragraph(above, clean, page, anchor));
    }

    Outline outline(List<String> links) {
      return new Outline(title, paragraphs, links);
    }

    private static String heading(String text) {
      var line = line(text);
      return line.length() <= LONGEST_HEADING
          ? line
          : line.substring(0, line.offsetByCodePoints(0, LONGEST_HEADING / 2)) + "…";
    }

    /// One line of what a person would read, also without what a database cannot keep.
    private static String line(String text) {
      return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Z}]+", " ").strip();
    }
  }

  /// There is more text than may be kept.
  static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /// The level of a heading's element, `h1` to `h6`; 0 for all others.
  static int level(String element) {
    var digit = element.length() == 2 && element.charAt(0) == 'h' ? element.charAt(1) : '0';
    return digit >= '1' && digit <= '6' ? digit - '0' : 0;
  }

  /// The name of a file as a title, without its ending.
  static String titled(String file) {
    var dot = file.lastIndexOf('.');
    var name = dot > 0 ? file.substring(0, dot) : file;
    return name.replace('_', ' ').replace('-', ' ').strip().isEmpty()
        ? file.toLowerCase(Locale.ROOT)
        : name.replace('_', ' ').strip();
  }
}
