package dev.relevo.bot.responder.matrix;

import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Grounds;
import dev.relevo.crm.conversation.Message;
import dev.relevo.knowledge.matrix.Matrix;
import dev.relevo.knowledge.matrix.Row;
import dev.relevo.knowledge.matrix.RowId;
import dev.relevo.knowledge.retriever.Explanation;
import dev.relevo.knowledge.retriever.Hit;
import dev.relevo.knowledge.retriever.Retrieval;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// A message right after an answer that seems to lean on it: `¿y videos?`, `how long does that
/// take?`, `precisa de cartão?`. By itself it often fits a row that means something else.
///
/// @param before the row that was just answered
/// @param text the message
record FollowUp(Row before, String text) {

  /// Longer messages say what they are about.
  private static final int LONGEST = 9;

  /// So few words say nothing alone.
  private static final int BARE = 2;

  private static final int LOOK_BACK = 2;

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /// "Lo de los canales" says what it is about.
  private static final Pattern NO_POINT = Pattern.compile("\\blo (?:de|que)\\b");

  /// They tie a message to what was said.
  private static final Set<String> OPENS =
      Set.of(
          "y",
          "o",
          "pero",
          "entonces",
          "e",
          "ou",
          "mas",
          "entao",
          "and",
          "or",
          "but",
          "so",
          "then");

  /// They stand for what was said.
  private static final Set<String> POINTS =
      Set.of(
          "eso",
          "esto",
          "ese",
          "esa",
          "esos",
          "esas",
          "lo",
          "ahi",
          "alla",
          "isso",
          "isto",
          "esse",
          "essa",
          "ai",
          "it",
          "that",
          "those",
          "them",
          "these",
          "entonces",
          "then",
          "entao");

  private static final Set<String> SMALL =
      Set.of(
          "el", "la", "los", "las", "de", "a", "en", "un", "una", "o", "os", "as", "do", "da", "em",
          "um", "uma", "the", "of", "an", "is", "es");

  /// Empty when the message stands by itself, or no row was answered right before it.
  static Optional<FollowUp> of(String text, List<Message> before, Matrix matrix) {
    return leans(text)
        ? answered(before, matrix).map(it -> new FollowUp(it, text))
        : Optional.empty();
  }

  /// What the message asks for.
  ///
  /// @param alone what it finds by itself: believed where it is sure, or the same row again
  /// @param look looks other words up
  Retrieval read(Retrieval alone, Function<String, Retrieval> look) {
    if (alone instanceof Retrieval.Found(var hit, var why)
        && (isSure(hit, why) || hit.row().id().equals(before.id()))) {
      return alone;
    }
    var whole = look.apply(before.question() + " " + text);
    return switch (alone) {
      case Retrieval.Found(var hit, var why) ->
          whole instanceof Retrieval.Found(var other, _) && !other.row().id().equals(hit.row().id())
              ? either(hit, other, why)
              : alone;
      case Retrieval.Several _, Retrieval.Nothing _ ->
          whole instanceof Retrieval.Found(var hit, var why) && isSure(hit, why) ? whole : alone;
    };
  }

  /// What was found is left to who reads the whole conversation.
  static Retrieval open(Retrieval read) {
    return switch (read) {
      case Retrieval.Found(_, var why) -> new Retrieval.Nothing(why);
      case Retrieval.Several(_, var why) -> new Retrieval.Nothing(why);
      case Retrieval.Nothing nothing -> nothing;
    };
  }

  /// The row found by itself, or the one found with what was asked before.
  private static Retrieval either(Hit alone, Hit whole, Explanation why) {
    var candidates = new ArrayList<>(List.of(whole));
    why.candidates().stream()
        .filter(it -> !it.row().id().equals(whole.row().id()))
        .forEach(candidates::add);
    var reasons = new ArrayList<>(why.reasons());
    reasons.add("follow-up");
    return new Retrieval.Several(
        List.of(alone, whole),
        new Explanation(why.normalized(), why.threshold(), candidates, reasons));
  }

  /// More than half of the way from the least score to a row's own words.
  private static boolean isSure(Hit hit, Explanation why) {
    return hit.score() >= (1 + why.threshold()) / 2;
  }

  /// Whether it ties itself to what was said, or says too little alone.
  static boolean leans(String text) {
    var words = words(text);
    if (words.isEmpty() || words.size() > LONGEST) {
      return false;
    }
    return OPENS.contains(words.getFirst())
        || words.stream().anyMatch(POINTS::contains)
        || words.stream().filter(it -> !SMALL.contains(it)).count() <= BARE;
  }

  private static List<String> words(String text) {
    var apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    var plain = NO_POINT.matcher(MARKS.matcher(apart).replaceAll("")).replaceAll(" ");
    return NO_WORD.splitAsStream(plain).filter(it -> !it.isEmpty()).toList();
  }

  /// The row the bot answered last, if it said at most one thing since and nobody else did.
  private static Optional<Row> answered(List<Message> before, Matrix matrix) {
    return before.reversed().stream()
        .filter(it -> !it.inbound())
        .limit(LOOK_BACK)
        .takeWhile(it -> it.author() instanceof Author.Bot)
        .flatMap(it -> it.grounds().flatMap(FollowUp::row).stream())
        .findFirst()
        .flatMap(matrix::row);
  }

  private static Optional<RowId> row(Grounds grounds) {
    return grounds.row().isEmpty()
        ? grounds.citations().stream().flatMap(it -> it.row().stream()).findFirst().map(RowId::new)
        : Optional.of(new RowId(grounds.row()));
  }
}
