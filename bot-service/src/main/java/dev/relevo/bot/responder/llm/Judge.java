package dev.relevo.bot.responder.llm;

import dev.relevo.bot.fact.Facts;
import dev.relevo.bot.fact.Folding;
import dev.relevo.bot.fact.Leak;
import dev.relevo.bot.fact.Masking;
import dev.relevo.crm.workspace.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Decides whether a customer may be told what a model proposes. What the customer said himself is
/// no source: his own number is not repeated to him as a fact unless a source holds it.
///
/// @param handed the sources the model was given, as it was given them
/// @param language to be answered in
/// @param previous what the bot said last; empty text when nothing
/// @param secrets our rules and the business's, which nobody is told
record Judge(List<Source> handed, Language language, String previous, List<String> secrets) {

  /// What is objected when the model itself has no answer.
  static final String ABSTAINS = "abstained";

  static final int LONGEST_ANSWER = 1_200;
  static final int LONGEST_REMARK = 300;

  /// The least part of an answer's words that its sources have too.
  private static final double SUPPORT = 1.0 / 3;

  /// Of fewer words nothing can be told.
  private static final int FEW_WORDS = 2;

  private static final int STEM = 5;

  private static final Pattern MARKUP =
      Pattern.compile("<\\s*/?\\s*[a-zA-Z!?]|\\]\\s*\\(|```|&#?\\w{2,8};|!\\[|\\{\\{|\\$\\{");
  private static final Pattern SOURCE_ID = Pattern.compile("\\b[rp]\\s?:\\s?[\\p{L}\\d]");
  private static final Pattern HIDDEN =
      Pattern.compile(
          "[\\p{Cf}\\p{Co}\\p{Cn}\\p{Cc}&&[^\\n\\t\\u200d]]|(?<![\\p{So}\\uFE0F\\p{Sk}])\\u200d");

  Judge {
    handed = List.copyOf(handed);
    secrets = List.copyOf(secrets);
  }

  /// Why it may not be said, in a few words; empty when it may.
  Optional<String> objection(Proposal proposal) {
    return switch (proposal.kind()) {
      case ANSWER -> answer(proposal);
      case CLARIFY, HANDOFF -> remark(proposal.text());
      case ABSTAIN -> Optional.of(ABSTAINS);
    };
  }

  /// Words between answers: they need no source and hold no facts.
  private Optional<String> remark(String text) {
    if (Facts.unfounded(text, List.of()).isPresent()) {
      return Optional.of("a fact without a source");
    }
    return manner(text, LONGEST_REMARK);
  }

  private Optional<String> answer(Proposal proposal) {
    var cited = handed.stream().filter(it -> proposal.citations().contains(it.id())).toList();
    if (cited.isEmpty() || cited.size() < proposal.citations().size()) {
      return Optional.of("no source cited, or one that was not given");
    }
    var stated = cited.stream().flatMap(it -> it.facts().stream()).toList();
    var unfounded = Facts.unfounded(proposal.text(), stated);
    if (unfounded.isPresent()) {
      var sort = unfounded.get().getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
      return Optional.of("not in the cited sources: " + sort);
    }
    if (!isSupported(proposal.text(), cited)) {
      return Optional.of("not what the cited sources say");
    }
    return manner(proposal.text(), LONGEST_ANSWER);
  }

  private Optional<String> manner(String text, int longest) {
    if (text.isBlank()) {
      return Optional.of("nothing said");
    }
    if (text.length() > longest) {
      return Optional.of("too long");
    }
    if (MARKUP.matcher(text).find() || HIDDEN.matcher(text).find()) {
      return Optional.of("markup or hidden characters");
    }
    if (namesSource(text) || Masking.MARK.matcher(text).find()) {
      return Optional.of("an id of ours");
    }
    if (leaks(text)) {
      return Optional.of("our own rules");
    }
    if (Tongue.of(text).filter(it -> it != language).isPresent()) {
      return Optional.of("another language");
    }
    return Folding.line(text).equals(Folding.line(previous))
        ? Optional.of("the same as before")
        : Optional.empty();
  }

  private boolean namesSource(String text) {
    return SOURCE_ID.matcher(text).find()
        || handed.stream()
            .map(it -> it.id().substring(Source.ROW.length()))
            .filter(it -> it.matches(".*\\p{L}.*\\d.*|.*\\d.*\\p{L}.*"))
            .anyMatch(text::contains);
  }

  private boolean leaks(String text) {
    var given = handed.stream().map(it -> it.title() + " " + it.text()).toList();
    return Leak.in(text, secrets, String.join(" ", given));
  }

  /// Some of the longer words stand in the sources too; where both are of one language.
  private boolean isSupported(String text, List<Source> cited) {
    var sources =
        String.join("\n", cited.stream().map(it -> it.title() + "\n" + it.text()).toList());
    var own = stems(text);
    if (own.size() < FEW_WORDS || !Tongue.of(sources).equals(Optional.of(language))) {
      return true;
    }
    var theirs = new HashSet<>(stems(sources));
    return own.stream().filter(theirs::contains).count() >= SUPPORT * own.size();
  }

  private static List<String> stems(String text) {
    var stems = new ArrayList<String>();
    for (var word : Folding.words(text)) {
      if (word.length() >= STEM) {
        stems.add(word.substring(0, STEM));
      }
    }
    return List.copyOf(Set.copyOf(stems));
  }
}
