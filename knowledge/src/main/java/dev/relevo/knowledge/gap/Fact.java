package dev.relevo.knowledge.gap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Something that became true in a conversation and says how well a question was answered. Ids are
/// the CRM's.
public sealed interface Fact {

  /// A customer's question.
  ///
  /// @param message its id
  /// @param text as written; empty when it has no words
  /// @param language two letters
  /// @param typed whether the customer wrote it; else they tapped an option
  /// @param day on which it was asked, in the workspace's zone
  record Question(
      long workspace,
      long contact,
      OptionalLong conversation,
      long message,
      String text,
      String language,
      boolean typed,
      LocalDate day,
      Instant at) {}

  /// The bot decided about a question. Told again about the same question, nothing changes.
  ///
  /// @param row the best row, whatever was decided; empty when nothing was looked up
  /// @param offered the rows offered, for [Decision#OFFER]
  /// @param version of the matrix; 0 when nothing was looked up
  /// @param answer id of the first message of the answer
  record Decided(
      Question question,
      Decision decision,
      String row,
      List<String> offered,
      double score,
      double threshold,
      int version,
      long answer)
      implements Fact {
    public Decided {
      offered = List.copyOf(offered);
    }
  }

  /// A person was asked to take over.
  ///
  /// @param question in answer to which; empty when no question led to it
  /// @param reason `asked`, `misses`, `row`, …
  record HandedOff(
      long workspace, long contact, Optional<Question> question, String reason, Instant at)
      implements Fact {}

  /// A person wrote to the customer.
  record PersonSpoke(
      long workspace, long contact, OptionalLong conversation, String text, Instant at)
      implements Fact {}

  /// The customer said whether an answer helped; the last word counts.
  ///
  /// @param answer the message they said it of
  /// @param helped empty: they took it back
  record Voted(long workspace, long contact, long answer, Optional<Boolean> helped, Instant at)
      implements Fact {}
}
