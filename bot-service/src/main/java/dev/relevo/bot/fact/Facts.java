package dev.relevo.bot.fact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads the facts of a text in Spanish, English or Portuguese: links, e-mails, days, times,
/// phones, prices, numbers. What one reading took is gone for the next, so that the digits of a
/// phone are no price.
public final class Facts {

  /// Stands where something was taken; nothing reads across it.
  private static final String TAKEN = " ¦ ";

  private static final String ENDINGS =
      "com|net|org|info|ec|co|io|app|me|ly|es|pt|br|mx|pe|us|shop";
  private static final Pattern SPELLED_DOT =
      Pattern.compile(
          "(?i)\\s*[\\[({]?\\s*(?:\\bpunto\\b|\\bdot\\b|\\bponto\\b|\\[\\.\\])\\s*[\\])}]?\\s*(?=(?:"
              + ENDINGS
              + ")\\b)");
  private static final Pattern SPELLED_AT =
      Pattern.compile("(?i)\\s*[\\[({]\\s*(?:at|arroba)\\s*[\\])}]\\s*|\\s+arroba\\s+");
  private static final Pattern SPACED_DOT =
      Pattern.compile(
          "(?i)(?<=[\\p{L}\\d])\\s*\\[?\\.\\]?\\s+(?=(?:" + ENDINGS + ")(?:/|\\b(?!\\s+\\p{L})))");

  private static final Pattern EMAIL =
      Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");
  private static final String END_OF_LINK = "[^\\s<>\"'()\\[\\]{}|]";
  private static final Pattern LINK =
      Pattern.compile(
          "(?i)(?:\\b[a-z][a-z0-9+-]{1,15}://|\\bwww\\.)%1$s+|(?<![\\p{L}\\p{N}@.])[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*\\.\\p{L}{2,24}(?![\\p{L}\\p{N}])(?::\\d+)?(?:[/?#]%1$s*)?"
              .formatted(END_OF_LINK));
  private static final Pattern ABBREVIATION =
      Pattern.compile("(?i)(?:p\\.ej|ee\\.uu|(?:\\p{L}\\.)+\\p{L})");
  private static final Pattern LIST_MARK =
      Pattern.compile("(?m)(?:^\\s*|(?<=[.;:!?] ))(\\d{1,2})[.)](?=\\s)");
  private static final Pattern PHONE =
      Pattern.compile("(?<![\\p{L}\\d])\\+?\\(?\\d[\\d \\u00a0().–-]{4,22}\\d(?![\\d\\p{L}])");
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[.]\\d{3})+|\\d+[.]\\d{1,2}");
  private static final Pattern RANGE =
      Pattern.compile("\\d{1,5}(?:[.]\\d{1,2})?\\s*[–-]\\s*\\d{1,5}(?:[.]\\d{1,2})?");

  private final List<Fact> facts = new ArrayList<>();
  private String rest;

  private Facts(String text) {
    rest = text;
  }

  /// Every fact of the text.
  public static List<Fact> of(String text) {
    var plain = SPELLED_AT.matcher(Folding.plain(text)).replaceAll("@");
    plain = SPACED_DOT.matcher(SPELLED_DOT.matcher(plain).replaceAll(".")).replaceAll(".");
    return new Facts(plain).read();
  }

  /// The first fact of a text that none of the sources states; as it is to be named in a log.
  public static Optional<Fact> unfounded(String text, Collection<Fact> sources) {
    return of(text).stream()
        .filter(it -> !(it instanceof Fact.Amount amount && amount.isMereWord()))
        .filter(it -> !it.standsIn(sources))
        .findFirst();
  }

  private List<Fact> read() {
    take(EMAIL, it -> List.of(new Fact.Email(it.group().toLowerCase(Locale.ROOT))));
    take(LINK, Facts::link);
    rest = unlisted(rest);
    rest = Folding.folded(rest);
    Moments.readers().forEach(this::take);
    take(PHONE, Facts::phone);
    facts.addAll(Amounts.in(rest));
    return List.copyOf(facts);
  }

  private void take(Pattern pattern, Function<MatchResult, List<Fact>> reading) {
    rest =
        pattern
            .matcher(rest)
            .replaceAll(it -> {
              var found = reading.apply(it);
              facts.addAll(found);
              return Matcher.quoteReplacement(found.isEmpty() ? it.group() : TAKEN);
            });
  }

  private static List<Fact> link(MatchResult found) {
    var text = found.group().replaceFirst("[.,;:!?…*_~-]+$", "");
    return ABBREVIATION.matcher(text).matches() ? List.of() : List.of(new Fact.Link(address(text)));
  }

  private static String address(String link) {
    var bare = link.replaceFirst("(?i)^https?://", "").replaceFirst("(?i)^www\\.", "");
    var end = Stream.of('/', '?', '#').mapToInt(bare::indexOf).filter(it -> it >= 0).min();
    var host = bare.substring(0, end.orElse(bare.length())).toLowerCase(Locale.ROOT);
    return host + bare.substring(end.orElse(bare.length())).replaceFirst("/$", "");
  }

  /// Without the numbers that only count the lines of a list.
  private static String unlisted(String text) {
    var next = new int[] {1};
    return LIST_MARK
        .matcher(text)
        .replaceAll(it -> {
          if (Integer.parseInt(it.group(1)) != next[0]) {
            return Matcher.quoteReplacement(it.group());
          }
          next[0]++;
          return " ";
        });
  }

  private static List<Fact> phone(MatchResult found) {
    var text = found.group();
    var digits = text.replaceAll("\\D", "");
    return digits.length() < 7 || GROUPED.matcher(text).matches() || RANGE.matcher(text).matches()
        ? List.of()
        : List.of(new Fact.Phone(digits));
  }
}
