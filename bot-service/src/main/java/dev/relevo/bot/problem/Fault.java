package dev.relevo.bot.problem;

import dev.relevo.crm.workspace.Language;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What is wrong with one field of a body, so that all of it can be put right at once.
///
/// @param path where it lies, as a JSON Pointer: `/rows/3/answer`; empty for the whole body
/// @param arguments fill the holes of the kind's sentence, the same in every language
public record Fault(String path, Kind kind, List<String> arguments) {

  public Fault {
    arguments = List.copyOf(arguments);
  }

  /// How a field can be wrong. The sentences are beside the catalogue's, as `fault.<slug>`.
  public enum Kind {
    /// Nothing here is called that; which names are known.
    UNKNOWN,
    /// It has to be there.
    MISSING,
    /// Another type; which is expected, which was sent.
    TYPE,
    /// Too short or too long; how many characters it has, the fewest, the most.
    LENGTH,
    /// Too many items; how many there are, the most.
    COUNT,
    /// Not a value that is taken; what was sent, what is expected.
    VALUE,
    /// It is there twice; what.
    TWICE;

    String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Fault at(String path, Kind kind, Object... arguments) {
    return new Fault(path, kind, Arrays.stream(arguments).map(String::valueOf).toList());
  }

  /// A request whose body has these faults, of which there is at least one.
  public static Refused refused(List<Fault> faults) {
    return new Refused(Problem.FIELDS_REFUSED, faults.size(), faults.getFirst().shownPath())
        .inWords(
            "errors",
            language -> faults.stream().limit(MOST).map(it -> it.shown(language)).toList());
  }

  /// How many are listed.
  private static final int MOST = 100;

  private String shownPath() {
    return path.isEmpty() ? "/" : path;
  }

  private Map<String, Object> shown(Language language) {
    var shown = new LinkedHashMap<String, Object>();
    shown.put("path", path);
    shown.put("code", kind.slug());
    shown.put("detail", ProblemWords.in(language).of("fault." + kind.slug(), arguments));
    return shown;
  }
}
