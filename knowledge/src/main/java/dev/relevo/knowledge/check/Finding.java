package dev.relevo.knowledge.check;

import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.sentence.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Something to put right in a row, or to think about.
///
/// @param other the second row it is about, if there is one
/// @param words what a sentence about it quotes, in the order of [Kind]
/// @param fix what one click would do about it
public record Finding(
    Kind kind, RowId row, Optional<RowId> other, List<String> words, Optional<Fix> fix) {

  public Finding {
    words = List.copyOf(words);
  }

  /// Whether it keeps the matrix from being published.
  public boolean isError() {
    return kind.isError;
  }

  /// One sentence: what is wrong and what to do.
  public String in(Locale language) {
    var key = "check." + kind.name().toLowerCase(Locale.ROOT);
    if (kind == Kind.UNREACHABLE_ATTACHMENT) {
      var why = Sentence.ofKept(words.get(1)).in(language);
      return said(key, words.subList(0, 1)).in(language).replace("{2}", why);
    }
    var isBehind = kind == Kind.NOT_FOUND && other.isPresent();
    return said(isBehind ? key + ".behind" : key, words).in(language);
  }

  private Sentence said(String key, List<String> quoted) {
    return new Sentence(
        key,
        Stream.concat(Stream.of(other.map(RowId::value).orElse("")), quoted.stream()).toList());
  }

  /// What can be found.
  public enum Kind {
    /// No way to ask is written.
    EMPTY_QUESTION(true),
    /// The words are a way to ask for the other row too: the phrase.
    SAME_VARIANT(true),
    /// The answer is longer than it may be: its length, the most.
    LONG_ANSWER(true),
    /// A button or a follow-up leads to a row that is not there: that row's id.
    UNKNOWN_TARGET(true),
    /// A button or a follow-up leads to a row without an answer, or one that leaves: its id.
    UNANSWERED_TARGET(true),
    /// There are more buttons than there may be: how many, the most.
    TOO_MANY_BUTTONS(true),
    /// Two buttons say the same: what.
    ALIKE_BUTTONS(true),
    /// The last day lies before the first: the last, the first.
    DAYS_ORDER(true),
    /// A test question that must hold does not lead to the row: the question. The other row, if
    /// there is one, is where it leads instead.
    TEST_FAILED(true),
    /// The same where a failing test only warns.
    TEST_OFF(false),
    /// The row has no answer and stays out of the version.
    EMPTY_ANSWER(false),
    /// The words are so near to those of the other row that they may be taken for each other: one
    /// phrase, the other's, how alike in percent.
    CONFUSABLE(false),
    /// The attachment cannot be fetched: its address, why (a sentence as it is kept).
    UNREACHABLE_ATTACHMENT(false),
    /// Asked in its own words, the bot does not answer with the row; the other row is in the way if
    /// there is one.
    NOT_FOUND(false);

    private final boolean isError;

    Kind(boolean isError) {
      this.isError = isError;
    }

    /// Whether it keeps the matrix from being published.
    public boolean isError() {
      return isError;
    }
  }
}
