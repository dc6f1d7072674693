package dev.relevo.bot.review;

import dev.relevo.knowledge.check.Reachability;
import dev.relevo.knowledge.fetch.Fetched;
import dev.relevo.knowledge.fetch.Fetcher;
import dev.relevo.knowledge.fetch.Validators;
import dev.relevo.knowledge.sentence.Sentence;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/// Asks the public web: an answer of whatever type and size will do. No type is taken, so that
/// nothing but the head of the answer is read.
record AnyAnswer(Fetcher fetcher) implements Reachability {

  /// What is refused only because we want no content.
  private static final Set<String> ANSWERED = Set.of("fetch.type", "fetch.large");

  @Override
  public Optional<Sentence> obstacle(String url) {
    return switch (fetcher.fetch(URI.create(url), Validators.NONE, Set.of())) {
      case Fetched.Content _, Fetched.Unchanged _ -> Optional.empty();
      case Fetched.Refused(_, var why) ->
          Optional.of(why).filter(it -> !ANSWERED.contains(it.key()));
    };
  }
}
