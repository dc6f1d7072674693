package dev.relevo.bot.responder;

import dev.relevo.crm.conversation.Content;
import dev.relevo.knowledge.matrix.RowId;
import java.util.Optional;

/// The ids options carry to the customer and back: `person`, `row:<id>`, `say:<label>`,
/// `open:<label>`, `tell:<words>`.
public final class Options {

  /// Asks for a person.
  public static final String PERSON = "person";

  private static final String ROW = "row:";
  private static final String SAY = "say:";
  private static final String OPEN = "open:";
  private static final String TELL = "tell:";
  private static final int LONGEST_ID = 200;

  private Options() {}

  /// The way to a person.
  public static Content.Option person(String label) {
    return new Content.Option(PERSON, label, "", Optional.empty());
  }

  /// Answers a row.
  public static Content.Option row(RowId row, String label, String description) {
    return new Content.Option(ROW + row, label, description, Optional.empty());
  }

  /// As if the label had been typed.
  public static Content.Option say(String label) {
    return new Content.Option(SAY + label, label, "", Optional.empty());
  }

  /// Opens a page; where the channel cannot, a tap is answered with its address.
  public static Content.Option open(String label, String url) {
    return new Content.Option(OPEN + label, label, "", Optional.of(url));
  }

  /// Tells the agent that offered it what it wants to hear; where that is too long, the label.
  public static Content.Option tell(String label, String words) {
    var id = TELL + (TELL.length() + words.length() > LONGEST_ID ? label : words);
    return new Content.Option(id, label, "", Optional.empty());
  }

  /// What an option tells the agent that offered it.
  public static Optional<String> told(String option) {
    return option.startsWith(TELL)
        ? Optional.of(option.substring(TELL.length())).filter(it -> !it.isBlank())
        : Optional.empty();
  }

  /// The row an option answers.
  public static Optional<RowId> row(String option) {
    var id = option.startsWith(ROW) ? option.substring(ROW.length()) : "";
    return id.isBlank() || id.length() > 64 || !id.equals(id.strip())
        ? Optional.empty()
        : Optional.of(new RowId(id));
  }

  /// Whether it opens a page.
  public static boolean opens(String option) {
    return option.startsWith(OPEN);
  }

  /// What an option says for the customer.
  public static Optional<String> said(String option) {
    return option.startsWith(SAY) ? Optional.of(option.substring(SAY.length())) : Optional.empty();
  }
}
