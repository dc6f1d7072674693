package dev.relevo.knowledge.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Some 80 to 200 words of a document, all under one heading. Never sent to a customer as they are.
///
/// @param title the page's or file's own title
/// @param headings from the outermost to the one right above, without the title
/// @param language guessed: Spanish, English or Portuguese
/// @param source the page's address, or the file's name
/// @param page its number in a paged file; 0 where there is none
/// @param anchor the heading's anchor on a web page; may be empty
public record Passage(
    long id,
    long document,
    String title,
    List<String> headings,
    String words,
    Locale language,
    String source,
    int page,
    String anchor) {

  public Passage {
    headings = List.copyOf(headings);
  }

  /// Where it stands, for people: `Política de envíos › Costos › Galápagos`.
  public String path() {
    var path = new ArrayList<String>();
    path.add(title);
    path.addAll(headings);
    return String.join(" › ", path);
  }

  /// What to open to see it: the page's address with the anchor, or the file's name.
  public String citation() {
    return anchor.isEmpty() || !source.contains("://") ? source : source + "#" + anchor;
  }

  /// A passage that a question led to.
  ///
  /// @param score how well it fits; only to be compared with the others found for the question
  public record Found(Passage passage, double score) {}
}
