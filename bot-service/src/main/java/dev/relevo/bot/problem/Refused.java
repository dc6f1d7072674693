package dev.relevo.bot.problem;

import dev.relevo.crm.workspace.Language;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A request was refused, for a reason of the catalogue.
public final class Refused extends RuntimeException {

  private final Problem problem;
  private final transient List<String> arguments;
  private final transient Map<String, Function<Language, Object>> members;
  private final Optional<Duration> retryAfter;

  /// @param arguments fill the holes of the entry's sentence
  public Refused(Problem problem, Object... arguments) {
    this(
        problem,
        Arrays.stream(arguments).map(String::valueOf).toList(),
        Map.of(),
        Optional.empty());
  }

  private Refused(
      Problem problem,
      List<String> arguments,
      Map<String, Function<Language, Object>> members,
      Optional<Duration> retryAfter) {
    super(problem.slug(), null, false, false);
    this.problem = problem;
    this.arguments = arguments;
    this.members = members;
    this.retryAfter = retryAfter;
  }

  /// The same, with another member in the answer.
  public Refused with(String member, Object value) {
    return inWords(member, _ -> value);
  }

  /// The same, with another member in the answer, in the language of the answer.
  public Refused inWords(String member, Function<Language, Object> value) {
    var more = new LinkedHashMap<>(members);
    more.put(member, value);
    return new Refused(problem, arguments, more, retryAfter);
  }

  /// The same; it may be tried again after so long, which the answer says in `Retry-After`.
  public Refused retryAfter(Duration wait) {
    return new Refused(problem, arguments, members, Optional.of(wait));
  }

  public Problem problem() {
    return problem;
  }

  List<String> arguments() {
    return arguments;
  }

  Map<String, Function<Language, Object>> members() {
    return members;
  }

  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
