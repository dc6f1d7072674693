package dev.relevo.bot.standin;

import dev.relevo.bot.standin.Handed.Reply;
import dev.relevo.bot.standin.Handed.Source;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A well-behaved model without any wit: it answers with the text of the source that shares most
/// words with the question, and cites it; asked for a person, it hands off; without a source that
/// fits, it abstains. A question that names no subject is read together with what was said before.
public final class ObedientToSources implements Script {

  private static final Pattern PERSON =
      Pattern.compile("\\b(persona|humano|asesor|agente|human|agent|pessoa|atendente)\\b");

  @Override
  public ModelAnswer answer(ModelRequest request) {
    return ModelAnswer.says(
        Handed.in(request).map(it -> reply(it).json()).orElseGet(() -> request.question().strip()));
  }

  private static Reply reply(Handed handed) {
    if (PERSON.matcher(handed.question().toLowerCase(Locale.ROOT)).find()) {
      return new Reply("handoff", "", List.of(), language(handed), handed.question());
    }
    var question = standingAlone(handed);
    return best(question, handed.sources())
        .map(it -> new Reply("answer", it.text(), List.of(it.id()), language(handed), question))
        .orElseGet(() -> new Reply("abstain", "", List.of(), language(handed), question));
  }

  /// With what was last talked of, when no source fits the question by itself.
  private static String standingAlone(Handed handed) {
    var question = handed.question();
    boolean alone = Reading.words(question).size() > 1;
    return alone || handed.conversation().isEmpty()
        ? question
        : question + " " + handed.conversation().getLast();
  }

  private static Optional<Source> best(String question, List<Source> sources) {
    return sources.stream()
        .filter(it -> shared(question, it) > 0)
        .max(Comparator.comparingInt(it -> shared(question, it)));
  }

  private static int shared(String question, Source source) {
    var words = Reading.words(question);
    words.retainAll(Reading.words(source.title() + " " + source.text()));
    return words.size();
  }

  private static String language(Handed handed) {
    var text = " " + handed.question().toLowerCase(Locale.ROOT) + " ";
    if (text.matches(".*\\b(the|what|how|you|do|is|are)\\b.*")) {
      return "en";
    }
    return text.matches(".*(\\b(vocês?|qual é|não|quanto custa)\\b|ção|ões).*") ? "pt" : "es";
  }
}
