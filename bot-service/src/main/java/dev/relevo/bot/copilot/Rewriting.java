package dev.relevo.bot.copilot;

/// How a text is to be worded anew.
///
/// @param own the person's own wish; empty text unless it is [Way#OWN]
public record Rewriting(Way way, String own) {

  /// The longest own wish, in characters.
  public static final int LONGEST_WISH = 300;

  /// The ways a person can choose from.
  public enum Way {
    FRIENDLIER("Make it friendlier."),
    FORMAL("Make it more formal."),
    SHORTER("Make it shorter."),
    SIMPLER("Say it in simpler words."),
    SPELLING("Correct spelling, grammar and punctuation; change nothing else."),
    CUSTOMER("Translate it into the language that `customer` is written in."),
    SPANISH("Translate it into Spanish."),
    ENGLISH("Translate it into English."),
    PORTUGUESE("Translate it into Portuguese."),
    OWN("Do what `wish` asks, as far as it concerns how `text` is worded.");

    private final String rule;

    Way(String rule) {
      this.rule = rule;
    }

    String rule() {
      return rule;
    }

    boolean translates() {
      return switch (this) {
        case CUSTOMER, SPANISH, ENGLISH, PORTUGUESE, OWN -> true;
        case FRIENDLIER, FORMAL, SHORTER, SIMPLER, SPELLING -> false;
      };
    }
  }
}
