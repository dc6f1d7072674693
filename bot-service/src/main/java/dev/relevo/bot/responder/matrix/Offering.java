package dev.relevo.bot.responder.matrix;

import dev.relevo.bot.responder.Options;
import dev.relevo.crm.conversation.Content;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.retriever.Hit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Close rows as a choice, with the way to a person.
final class Offering {

  private static final int BUTTONS = 3;
  private static final int LABEL_OF_BUTTON = 20;
  private static final int LABEL_IN_LIST = 24;
  private static final int DESCRIPTION = 72;

  private Offering() {}

  static Content.Choice of(String question, List<Hit> hits, String person) {
    var longest = hits.size() + 1 <= BUTTONS ? LABEL_OF_BUTTON : LABEL_IN_LIST;
    var options = new ArrayList<Content.Option>();
    var used = new HashSet<String>();
    for (var hit : hits) {
      var row = hit.row();
      var label = shortened(row.topic().isBlank() ? row.question() : row.topic(), longest);
      if (!used.add(label)) {
        label = shortened(row.question(), longest - 2) + " " + (used.size() + 1);
        used.add(label);
      }
      options.add(Options.row(row.id(), label, description(row, label)));
    }
    options.add(Options.person(person));
    return new Content.Choice(question, options);
  }

  private static String description(Row row, String label) {
    return row.question().equals(label) ? "" : shortened(row.question(), DESCRIPTION);
  }

  /// Cut at a word where there is one, with an ellipsis.
  static String shortened(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    var cut = text.substring(0, longest - 1);
    var blank = cut.lastIndexOf(' ');
    return (blank >= longest / 2 ? cut.substring(0, blank) : cut).stripTrailing() + "…";
  }
}
