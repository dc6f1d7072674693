package dev.relevo.knowledge.gap;

import dev.relevo.knowledge.gap.FigureTable.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes of what happened in conversations the questions that went wrong and the figures.
final class Learning {

  /// A person who writes so long after an answer means something else.
  private static final Duration CORRECTS_WITHIN = Duration.ofHours(1);

  /// A person's answer to what the bot could not answer may take its time.
  private static final Duration ANSWERS_WITHIN = Duration.ofDays(1);

  /// Who asks the like within this after an answer was not helped by it.
  private static final Duration AT_ONCE = Duration.ofMinutes(5);

  private final AskedTable asked;
  private final Tally figures;
  private final QuestionTable questions;
  private final Grouping grouping;
  private final Spoken spoken;

  /// @param figures takes what is to be counted
  Learning(
      AskedTable asked, Tally figures, QuestionTable questions, Grouping grouping, Spoken spoken) {
    this.asked = asked;
    this.figures = figures;
    this.questions = questions;
    this.grouping = grouping;
    this.spoken = spoken;
  }

  /// In their order; decisions that follow each other are looked at together.
  void learn(List<Fact> facts) {
    var decided = new ArrayList<Fact.Decided>();
    for (var fact : facts) {
      if (fact instanceof Fact.Decided it) {
        decided.add(it);
      } else {
        decided(decided);
        decided.clear();
        learn(fact);
      }
    }
    decided(decided);
  }

  private void learn(Fact fact) {
    switch (fact) {
      case Fact.Decided it -> decided(List.of(it));
      case Fact.HandedOff it -> handedOff(it);
      case Fact.PersonSpoke it -> personSpoke(it);
      case Fact.Voted it -> voted(it);
    }
  }

  private void decided(List<Fact.Decided> all) {
    var fresh = keepNew(all);
    if (fresh.isEmpty()) {
      return;
    }
    var before =
        asked.lastBefore(fresh.stream().map(it -> AskedTable.Until.of(it.question())).toList());
    var again = new ArrayList<Again>();
    for (var it : fresh) {
      decided(it);
      Optional.ofNullable(before.get(it.question().message()))
          .map(earlier -> new Again(earlier, it))
          .ifPresent(again::add);
    }
    again(again);
  }

  /// Keeps those that were not known, and names them; of two about one question the first.
  private List<Fact.Decided> keepNew(List<Fact.Decided> all) {
    var inserted = asked.insert(all);
    return all.stream().filter(it -> inserted.remove(it.question().message())).toList();
  }

  private void decided(Fact.Decided it) {
    var question = it.question();
    figures.add(question.workspace(), question.day(), it.decision(), 1);
    count(it, Count.ASKED, it.row());
    switch (it.decision()) {
      case ANSWER -> {
        count(it, Count.ANSWERED, it.row());
        if (it.version() > 0 && question.typed() && Sureness.isNear(it.score(), it.threshold())) {
          wrong(it, Kind.UNSURE);
        }
      }
      case OFFER -> {
        it.offered().forEach(row -> count(it, Count.OFFERED, row));
        wrong(it, Kind.UNSURE);
      }
      case FALLBACK -> {
        if (it.version() > 0) {
          wrong(it, Kind.UNANSWERED);
        }
      }
      case HANDOFF -> {}
    }
  }

  /// A decision, and the one before it in the conversation.
  private record Again(AskedTable.Line earlier, Fact.Decided now) {

    boolean isAtOnce() {
      var question = now.question();
      return earlier.answer() < question.message()
          && Duration.between(earlier.at(), question.at()).compareTo(AT_ONCE) <= 0;
    }

    /// Whether it may be the same question, asked because the answer did not help.
    boolean isAsked() {
      return now.question().typed()
          && !now.question().text().isBlank()
          && earlier.decision() == Decision.ANSWER;
    }

    boolean isOfferTaken() {
      return !now.question().typed()
          && earlier.decision() == Decision.OFFER
          && !now.row().isEmpty();
    }

    boolean isLike(String earlierWords) {
      return Likeness.between(
              Likeness.words(earlierWords),
              earlier.row(),
              Likeness.words(now.question().text()),
              now.row())
          > Likeness.SAME;
    }
  }

  /// The like of an answered question asked again, or a row picked that had been offered.
  private void again(List<Again> all) {
    var atOnce = all.stream().filter(Again::isAtOnce).toList();
    atOnce.stream()
        .filter(Again::isOfferTaken)
        .forEach(
            it -> questions.row(it.earlier().workspace(), it.earlier().message(), it.now().row()));
    var asked = atOnce.stream().filter(Again::isAsked).toList();
    var words = words(asked.stream().map(it -> it.earlier().message()).toList());
    for (var it : asked) {
      Optional.ofNullable(words.get(it.earlier().message()))
          .filter(text -> !text.isBlank() && it.isLike(text))
          .ifPresent(text -> corrected(it.earlier(), text, ""));
    }
  }

  private void handedOff(Fact.HandedOff it) {
    if (it.question().isEmpty()) {
      return;
    }
    var question = it.question().get();
    var here = asked.find(it.workspace(), question.message());
    if (here.isEmpty()) {
      asked.insert(
          List.of(
              new Fact.Decided(
                  question, Decision.HANDOFF, "", List.of(), 0, 0, 0, question.message())));
      figures.add(it.workspace(), question.day(), Decision.HANDOFF, 1);
    } else if (here.get().decision() != Decision.HANDOFF) {
      figures.add(it.workspace(), here.get().day(), here.get().decision(), -1);
      figures.add(it.workspace(), here.get().day(), Decision.HANDOFF, 1);
      asked.decision(here.get(), Decision.HANDOFF);
    }
    blame(it, question);
  }

  /// The row that was answered last, or that hands over itself, is the one it happened after.
  private void blame(Fact.HandedOff it, Fact.Question question) {
    var last =
        it.reason().equals("row")
            ? asked.find(it.workspace(), question.message())
            : asked
                .lastBefore(AskedTable.Until.of(question))
                .filter(line -> line.decision() == Decision.ANSWER);
    last.filter(line -> !line.row().isEmpty())
        .filter(asked::handedOff)
        .ifPresent(
            line -> figures.add(line.workspace(), line.row(), line.day(), Count.HANDED_OFF, 1));
  }

  /// A person's words after the bot's are the answer it should have given.
  private void personSpoke(Fact.PersonSpoke it) {
    var until = new AskedTable.Until(it.contact(), it.conversation(), Long.MAX_VALUE);
    var last = asked.lastBefore(until);
    last.filter(line -> !it.at().isBefore(line.at())).ifPresent(line -> personSpoke(line, it));
  }

  private void personSpoke(AskedTable.Line line, Fact.PersonSpoke it) {
    var after = Duration.between(line.at(), it.at());
    switch (line.decision()) {
      case ANSWER, OFFER -> {
        if (after.compareTo(CORRECTS_WITHIN) <= 0 && asked.replied(line)) {
          corrected(line, it.text());
        }
      }
      case FALLBACK, HANDOFF -> {
        var kept = questions.find(line.workspace(), line.message());
        if (kept.isPresent()
            && kept.get().question().suggestion().isEmpty()
            && after.compareTo(ANSWERS_WITHIN) <= 0
            && asked.replied(line)) {
          grouping.keep(
              line.workspace(),
              wrong(kept.get().question().text(), line, Kind.UNANSWERED, it.text()));
        }
      }
    }
  }

  private void voted(Fact.Voted it) {
    asked
        .answeredBy(it.contact(), it.answer())
        .filter(line -> line.decision() == Decision.ANSWER && !line.row().isEmpty())
        .filter(line -> !line.helped().equals(it.helped()))
        .ifPresent(line -> voted(line, it.helped()));
  }

  private void voted(AskedTable.Line line, Optional<Boolean> helped) {
    line.helped().ifPresent(was -> count(line, was, -1));
    helped.ifPresent(now -> count(line, now, 1));
    asked.vote(line, helped);
    if (helped.equals(Optional.of(false))) {
      words(line.message())
          .ifPresent(
              text -> grouping.keep(line.workspace(), wrong(text, line, Kind.UNHELPFUL, "")));
    } else {
      questions
          .find(line.workspace(), line.message())
          .filter(kept -> kept.question().kind() == Kind.UNHELPFUL)
          .ifPresent(kept -> {
            questions.remove(line.workspace(), line.message());
            grouping.settle(line.workspace(), kept.gap());
          });
    }
  }

  private void corrected(AskedTable.Line line, String suggestion) {
    words(line.message()).ifPresent(text -> corrected(line, text, suggestion));
  }

  private void corrected(AskedTable.Line line, String text, String suggestion) {
    grouping.keep(line.workspace(), wrong(text, line, Kind.CORRECTED, suggestion));
  }

  private void wrong(Fact.Decided it, Kind kind) {
    var question = it.question();
    if (!question.text().isBlank()) {
      grouping.keep(
          question.workspace(),
          new Gap.Question(
              kind,
              question.text(),
              question.language(),
              it.row(),
              it.score(),
              it.version(),
              question.message(),
              question.contact(),
              "",
              "",
              question.at()));
    }
  }

  private static Gap.Question wrong(
      String text, AskedTable.Line line, Kind kind, String suggestion) {
    return new Gap.Question(
        kind,
        text,
        line.language(),
        line.row(),
        line.score(),
        line.version(),
        line.message(),
        line.contact(),
        suggestion,
        "",
        line.at());
  }

  private Optional<String> words(long message) {
    return Optional.ofNullable(words(List.of(message)).get(message)).filter(it -> !it.isBlank());
  }

  private Map<Long, String> words(List<Long> messages) {
    return messages.isEmpty() ? Map.of() : spoken.words(messages);
  }

  private void count(Fact.Decided it, Count count, String row) {
    figures.add(it.question().workspace(), row, it.question().day(), count, 1);
  }

  private void count(AskedTable.Line line, boolean helped, int number) {
    figures.add(
        line.workspace(), line.row(), line.day(), helped ? Count.HELPFUL : Count.UNHELPFUL, number);
  }

  void expire(long workspace, Instant before) {
    asked.expire(workspace, before);
    questions.expire(workspace, before).stream()
        .distinct()
        .forEach(it -> grouping.settle(it.workspace(), it.gap()));
  }
}
