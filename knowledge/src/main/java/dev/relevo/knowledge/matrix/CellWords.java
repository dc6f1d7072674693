package dev.relevo.knowledge.matrix;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What people write into a cell for yes and no, languages, dates, states and durations; and the
/// words we write ourselves.
final class CellWords {

  private static final Map<String, Boolean> YES_NO = new HashMap<>();
  private static final Map<String, Locale> LANGUAGES = new HashMap<>();
  private static final Map<String, RowState> STATES = new HashMap<>();

  static {
    names(YES_NO, true, "sí", "s", "yes", "y", "true", "verdadero", "verdadeiro", "1", "x", "sim");
    names(YES_NO, false, "no", "n", "false", "falso", "0", "não");
    names(LANGUAGES, Locale.of("es"), "español", "castellano", "spanish", "espanhol");
    names(LANGUAGES, Locale.of("en"), "inglés", "english", "inglês");
    names(LANGUAGES, Locale.of("pt"), "portugués", "portuguese", "português");
    names(STATES, RowState.NEW, "new", "nuevo", "nueva", "blanco", "white", "novo", "branco");
    names(
        STATES,
        RowState.PROGRAMMED,
        "programmed",
        "programado",
        "programada",
        "verde",
        "green",
        "publicado",
        "published");
    names(
        STATES,
        RowState.CHANGE_REQUESTED,
        "change requested",
        "cambio solicitado",
        "amarillo",
        "yellow",
        "amarelo",
        "mudança solicitada",
        "alteração solicitada");
    names(
        STATES,
        RowState.NEW_QUESTION,
        "new question",
        "nueva pregunta",
        "azul",
        "blue",
        "nova pergunta");
    names(
        STATES,
        RowState.TO_DELETE,
        "to delete",
        "delete",
        "eliminar",
        "rojo",
        "red",
        "vermelho",
        "excluir");
    for (var state : RowState.values()) {
      for (var language : new String[] {"es", "en", "pt"}) {
        names(STATES, state, state(state, Locale.of(language)));
      }
    }
  }

  private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*");
  private static final Pattern ISO_DATE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(T.*)?");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})( .*)?");
  private static final Pattern SERIAL = Pattern.compile("[2-7]\\d{4}");
  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
  private static final Pattern DELAY =
      Pattern.compile("(\\d{1,6})\\s*(s|seg\\p{L}*|sec\\p{L}*|m|min\\p{L}*|h|hora?s?|hours?)?\\.?");

  private CellWords() {}

  private static <T> void names(Map<String, T> map, T value, String... names) {
    Arrays.stream(names).map(Folded::of).forEach(name -> map.put(name, value));
  }

  static Optional<Boolean> yesOrNo(String text) {
    return Optional.ofNullable(YES_NO.get(Folded.of(text)));
  }

  static String yesOrNo(boolean value, Locale language) {
    return switch (language.getLanguage()) {
      case "es" -> value ? "sí" : "no";
      case "pt" -> value ? "sim" : "não";
      default -> value ? "yes" : "no";
    };
  }

  static Optional<RowState> state(String text) {
    return Optional.ofNullable(STATES.get(Folded.of(text)));
  }

  static String state(RowState state, Locale language) {
    return switch (language.getLanguage()) {
      case "es" ->
          switch (state) {
            case NEW -> "Blanco: nuevo";
            case PROGRAMMED -> "Verde: programado";
            case CHANGE_REQUESTED -> "Amarillo: cambio solicitado";
            case NEW_QUESTION -> "Azul: nueva pregunta";
            case TO_DELETE -> "Rojo: eliminar";
          };
      case "pt" ->
          switch (state) {
            case NEW -> "Branco: novo";
            case PROGRAMMED -> "Verde: programado";
            case CHANGE_REQUESTED -> "Amarelo: mudança solicitada";
            case NEW_QUESTION -> "Azul: nova pergunta";
            case TO_DELETE -> "Vermelho: excluir";
          };
      default ->
          switch (state) {
            case NEW -> "White: new";
            case PROGRAMMED -> "Green: programmed";
            case CHANGE_REQUESTED -> "Yellow: change requested";
            case NEW_QUESTION -> "Blue: new question";
            case TO_DELETE -> "Red: to delete";
          };
    };
  }

  /// A language by its code (`es`, `pt-BR`) or its name in one of our languages.
  static Optional<Locale> language(String text) {
    var named = LANGUAGES.get(Folded.of(text));
    if (named != null || !LANGUAGE_TAG.matcher(text).matches()) {
      return Optional.ofNullable(named);
    }
    try {
      return Optional.of(new Locale.Builder().setLanguageTag(text.replace('_', '-')).build());
    } catch (IllformedLocaleException e) {
      return Optional.empty();
    }
  }

  /// A day as `2026-11-23`, `23/11/2026` (also with dots or dashes), or a spreadsheet's number.
  static Optional<LocalDate> date(String text) {
    try {
      var iso = ISO_DATE.matcher(text);
      if (iso.matches()) {
        return Optional.of(day(iso.group(1), iso.group(2), iso.group(3)));
      }
      var dayFirst = DAY_FIRST.matcher(text);
      if (dayFirst.matches()) {
        return Optional.of(day(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1)));
      }
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
    return Optional.of(text)
        .filter(number -> SERIAL.matcher(number).matches())
        .map(number -> SERIAL_ZERO.plusDays(Integer.parseInt(number)));
  }

  private static LocalDate day(String year, String month, String day) {
    return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }

  /// Seconds, or minutes or hours where they are named.
  static Optional<Duration> delay(String text) {
    var delay = DELAY.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!delay.matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(delay.group(1));
    var unit = Optional.ofNullable(delay.group(2)).orElse("s");
    return Optional.of(
            switch (unit.charAt(0)) {
              case 'm' -> Duration.ofMinutes(number);
              case 'h' -> Duration.ofHours(number);
              default -> Duration.ofSeconds(number);
            })
        .filter(duration -> duration.compareTo(Row.FollowUp.LONGEST) <= 0);
  }
}
