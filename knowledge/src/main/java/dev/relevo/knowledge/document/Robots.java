package dev.relevo.knowledge.document;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import dev.relevo.knowledge.fetch.Fetched;
import dev.relevo.knowledge.fetch.Fetcher;
import dev.relevo.knowledge.fetch.Validators;
import dev.relevo.knowledge.sentence.Sentence;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a site asks of its visitors (RFC 9309): where its robots.txt cannot be asked, nothing is
/// read; where there is none, everything may be.
final class Robots {

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final BaseRobotRules rules;
  private final Optional<Sentence> unheard;

  private Robots(BaseRobotRules rules, Optional<Sentence> unheard) {
    this.rules = rules;
    this.unheard = unheard;
  }

  static Robots of(URI site, Fetcher fetcher) {
    var address = site.resolve("/robots.txt");
    var parser = new SimpleRobotRulesParser();
    return switch (fetcher.fetch(address, Validators.NONE, Set.of("text/plain"))) {
      case Fetched.Content content ->
          new Robots(
              parser.parseContent(
                  address.toString(),
                  content.bytes(),
                  "text/plain",
                  Set.of(Fetcher.NAME.toLowerCase(Locale.ROOT))),
              Optional.empty());
      case Fetched.Unchanged() -> new Robots(parser.failedFetch(404), Optional.empty());
      case Fetched.Refused(var status, var why) -> {
        // A page of another type in its place means that there is none.
        var isNone = (status >= 400 && status < 500) || why.key().equals("fetch.type");
        var unheard = status == 0 ? why : Sentence.of("document.robots.unknown", site.getHost());
        yield new Robots(
            parser.failedFetch(isNone ? 404 : 503),
            isNone ? Optional.empty() : Optional.of(unheard));
      }
    };
  }

  /// Why the site could not be asked; empty if it could.
  Optional<Sentence> unheard() {
    return unheard;
  }

  boolean allows(URI address) {
    return rules.isAllowed(address.toString());
  }

  /// How long to wait between two pages.
  Duration pause() {
    var wanted = Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
    return wanted.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wanted;
  }
}
