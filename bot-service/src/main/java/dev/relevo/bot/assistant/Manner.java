package dev.relevo.bot.assistant;

import java.util.Optional;

/// How an assistant speaks, when, what it may do and how much it may spend.
///
/// @param persona what the business tells the model about its voice; at most 5,000 characters
/// @param modelName another model than the connection's; empty: that one
/// @param temperature 0 (always the same words) to 1
/// @param historyTurns earlier messages the model reads, 0 to 12
/// @param masksPersonalData e-mails, phone, card and identity numbers are replaced before the model
///   reads them
public record Manner(
    String persona,
    Optional<String> modelName,
    double temperature,
    int historyTurns,
    boolean masksPersonalData,
    Hours hours,
    Powers powers,
    Bounds bounds) {

  /// The longest persona, in characters.
  public static final int LONGEST_PERSONA = 5_000;

  public static final Manner DEFAULT =
      new Manner("", Optional.empty(), 0.2, 10, false, Hours.ALWAYS, Powers.NONE, Bounds.DEFAULT);

  Manner powerless() {
    return new Manner(
        persona,
        modelName,
        temperature,
        historyTurns,
        masksPersonalData,
        hours,
        Powers.NONE,
        bounds);
  }

  public Manner {
    if (persona.length() > LONGEST_PERSONA) {
      throw new IllegalArgumentException("a persona has at most 5000 characters");
    }
    if (!(temperature >= 0 && temperature <= 1)) {
      throw new IllegalArgumentException("a temperature lies between 0 and 1");
    }
    if (historyTurns < 0 || historyTurns > 12) {
      throw new IllegalArgumentException("between 0 and 12 earlier messages can be read");
    }
  }
}
