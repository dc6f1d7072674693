package dev.relevo.knowledge.gap;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Puts questions that went wrong into groups: each joins the group it is most like, or founds one.
/// A group is known by the words of the question that founded it, so it does not drift.
final class Grouping {

  private static final int LOOKED_AT = 50;

  /// Up to here every new question may become the one that stands for all, later every tenth.
  private static final int FEW = 10;

  private static final int LONGEST = 1_000;
  private static final int LONGEST_SUGGESTION = 2_000;

  private final GapTable gaps;
  private final QuestionTable questions;

  Grouping(GapTable gaps, QuestionTable questions) {
    this.gaps = gaps;
    this.questions = questions;
  }

  /// Keeps a question that went wrong, or the clearer kind of one that is kept already; the group
  /// it lies in.
  long keep(long workspace, Gap.Question wrong) {
    var question = shortened(wrong);
    var known = questions.find(workspace, question.message());
    if (known.isPresent()) {
      worsen(workspace, known.get().question(), question);
      gaps.count(workspace, known.get().gap(), true);
      return known.get().gap();
    }
    var words = Likeness.words(question.text());
    var gap =
        nearest(words, question.row(), gaps.candidates(workspace, words))
            .map(GapTable.Candidate::id)
            .orElseGet(() -> gaps.insert(workspace, question, words));
    questions.insert(workspace, gap, question);
    gaps.count(workspace, gap, true);
    centre(workspace, gap);
    return gap;
  }

  /// After some of its questions were taken out.
  void settle(long workspace, long gap) {
    var left = questions.of(workspace, gap, LOOKED_AT);
    if (!left.isEmpty()) {
      gaps.refound(workspace, gap, Likeness.words(left.getLast().text()));
      gaps.question(workspace, gap, central(left));
    }
    gaps.count(workspace, gap, false);
  }

  /// The group a question is most like; empty when it is like none.
  static Optional<GapTable.Candidate> nearest(
      Set<String> words, String row, List<GapTable.Candidate> candidates) {
    Comparator<GapTable.Candidate> byLikeness =
        Comparator.comparingDouble(it -> likeness(words, row, it));
    return candidates.stream()
        .filter(it -> likeness(words, row, it) > Likeness.SAME)
        .max(byLikeness.thenComparing(Comparator.comparingLong(GapTable.Candidate::id).reversed()));
  }

  private static double likeness(Set<String> words, String row, GapTable.Candidate candidate) {
    return Likeness.between(words, row, candidate.words(), candidate.row());
  }

  private void worsen(long workspace, Gap.Question known, Gap.Question now) {
    if (now.kind().compareTo(known.kind()) > 0) {
      questions.kind(workspace, known.message(), now.kind());
    }
    if (!now.suggestion().isEmpty()
        && (known.suggestion().isEmpty() || !now.suggestedBy().isEmpty())) {
      questions.suggestion(workspace, known.message(), now.suggestion(), now.suggestedBy());
    }
  }

  private void centre(long workspace, long gap) {
    var some = questions.of(workspace, gap, LOOKED_AT);
    var count =
        some.size() < LOOKED_AT ? some.size() : gaps.find(workspace, gap).orElseThrow().count();
    if (count <= FEW || count % FEW == 0) {
      gaps.question(workspace, gap, central(some));
    }
  }

  private static String central(List<Gap.Question> some) {
    return Central.of(some.stream().map(Gap.Question::text).toList());
  }

  private static Gap.Question shortened(Gap.Question it) {
    return new Gap.Question(
        it.kind(),
        cut(it.text(), LONGEST),
        it.language(),
        it.row(),
        it.score(),
        it.version(),
        it.message(),
        it.contact(),
        cut(it.suggestion(), LONGEST_SUGGESTION),
        it.suggestedBy(),
        it.at());
  }

  private static String cut(String text, int longest) {
    var plain = text.strip();
    return plain.length() <= longest
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, longest / 2));
  }
}
