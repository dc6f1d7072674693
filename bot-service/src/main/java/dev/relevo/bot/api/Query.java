package dev.relevo.bot.api;

import dev.relevo.bot.problem.Problem;
import dev.relevo.bot.problem.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// An address's parameters, read strictly: those that are known, once each.
final class Query {

  /// The longest value of a parameter, in characters.
  static final int LONGEST = 500;

  private final Map<String, String> values;

  private Query(Map<String, String> values) {
    this.values = values;
  }

  /// Reads the address alone: what a body holds is no parameter.
  ///
  /// @throws Refused if there is a parameter of another name, or one of them twice
  static Query of(HttpServletRequest request, String... known) {
    var values = new HashMap<String, String>();
    for (var pair : Objects.requireNonNullElse(request.getQueryString(), "").split("&", -1)) {
      if (!pair.isEmpty()) {
        var parts = pair.split("=", 2);
        var name = decoded(parts[0]);
        if (!List.of(known).contains(name)
            || values.put(name, parts.length == 2 ? decoded(parts[1]) : "") != null) {
          throw new Refused(
              Problem.PARAMETER_REFUSED, name, "1 × (" + String.join(", ", known) + ")");
        }
      }
    }
    return new Query(values);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException brokenEscape) {
      throw new Refused(Problem.REQUEST_MALFORMED);
    }
  }

  /// A text without control characters; empty when it is not there.
  String text(String name) {
    var text = values.getOrDefault(name, "");
    if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
      throw new Refused(Problem.PARAMETER_REFUSED, name, "0–" + LONGEST + " characters");
    }
    return text;
  }

  /// A whole number within bounds, and what it is when it is not there.
  int number(String name, int least, int most, int otherwise) {
    var text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (text.matches("[0-9]{1,9}")) {
      var number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new Refused(Problem.PARAMETER_REFUSED, name, least + "–" + most);
  }

  /// One of an enum's cases, by the name it goes under.
  <E extends Enum<E>> Optional<E> one(String name, E[] cases, Function<E, String> called) {
    var text = text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var found = Arrays.stream(cases).filter(it -> called.apply(it).equals(text)).findFirst();
    if (found.isEmpty()) {
      var names = Arrays.stream(cases).map(called).toList();
      throw new Refused(Problem.PARAMETER_REFUSED, name, String.join(" | ", names));
    }
    return found;
  }
}
