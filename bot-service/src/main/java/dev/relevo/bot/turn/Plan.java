package dev.relevo.bot.turn;

import dev.relevo.bot.responder.Outcome;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Grounds;
import dev.relevo.crm.desk.CrmAction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a turn will do, all of it in one transaction or not at all.
sealed interface Plan {

  /// The outcome in a word or a few, as the ledger keeps it.
  String word();

  /// Say, then do.
  ///
  /// @param handsOver whether the last of the actions gives the floor away
  /// @param misses in a row from now on; empty: as before
  /// @param fingerprint what is said, in a word
  record Speak(
      String word,
      List<Content> contents,
      List<Outcome.Later> later,
      Optional<Grounds> grounds,
      List<CrmAction> actions,
      boolean handsOver,
      OptionalInt misses,
      String fingerprint)
      implements Plan {
    public Speak {
      contents = List.copyOf(contents);
      later = List.copyOf(later);
      actions = List.copyOf(actions);
    }
  }

  /// Say nothing.
  record Stay(String word) implements Plan {}

  /// Try again a little later.
  record Again(String word) implements Plan {}
}
