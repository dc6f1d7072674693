package dev.relevo.bot.fact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Days and times of day, in folded text.
final class Moments {

  private static final Map<String, Integer> MONTHS = months();
  private static final String MONTH = "\\b(" + String.join("|", MONTHS.keySet()) + ")\\b\\.?";
  private static final String UNTIL =
      "\\s*(?:\\b(?:a|al|y|e|o|ou|or|and|to|hasta|ate|ao|as)\\b|[–,/-])\\s*";
  private static final String YEAR = "(?:\\s*(?:,|\\bde\\b|\\bdel\\b|\\bof\\b)?\\s*(\\d{4})\\b)?";

  private static final Pattern YEAR_FIRST =
      Pattern.compile("\\b(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})\\b");
  private static final Pattern YEAR_LAST =
      Pattern.compile("\\b(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})\\b");
  private static final Pattern NO_YEAR =
      Pattern.compile("(?<![\\d$/])(\\d{1,2})/(\\d{1,2})(?![\\d/])");
  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "(?:\\b(\\d{1,2})"
              + UNTIL
              + ")?\\b(\\d{1,2}|primero|primeiro)(?:º|°|er|ro|st|nd|rd|th)?\\s*(?:de\\b|of\\b|-)?\\s*"
              + MONTH
              + YEAR);
  private static final Pattern MONTH_DAY =
      Pattern.compile(
          MONTH
              + "\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?:"
              + UNTIL
              + "(\\d{1,2})\\b)?(?!\\s*(?:de\\b|:))"
              + YEAR);
  private static final Pattern MONTH_YEAR =
      Pattern.compile(MONTH + "\\s*(?:de\\b|del\\b|of\\b)?\\s*(\\d{4})\\b");

  private static final String HALF =
      "(?:([ap])\\.?\\s?m\\b\\.?|(?:de|da|in) (?:la |the )?(manana|manha|morning|tarde|noche|noite|afternoon|evening))";
  private static final Pattern CLOCK =
      Pattern.compile("\\b([01]?\\d|2[0-3])\\s?[:h]\\s?([0-5]\\d)(?!\\d)(?:\\s*" + HALF + ")?");
  private static final Pattern HALF_CLOCK =
      Pattern.compile("(?:\\b(\\d{1,2})" + UNTIL + "(?:las?\\s)?)?\\b(1[0-2]|0?[1-9])\\s*" + HALF);

  private Moments() {}

  /// In the order they must be tried.
  static Map<Pattern, Function<MatchResult, List<Fact>>> readers() {
    var all = new LinkedHashMap<Pattern, Function<MatchResult, List<Fact>>>();
    all.put(YEAR_FIRST, it -> day(number(it, 3), number(it, 2), number(it, 1), false));
    all.put(YEAR_LAST, it -> day(number(it, 1), number(it, 3), year(it.group(4)), true));
    all.put(DAY_MONTH, Moments::dayOfMonth);
    all.put(MONTH_DAY, Moments::monthsDay);
    all.put(MONTH_YEAR, it -> List.of(new Fact.Day(0, month(it.group(1)), number(it, 2), false)));
    all.put(CLOCK, it -> List.of(clock(number(it, 1), number(it, 2), it.group(3), it.group(4))));
    all.put(HALF_CLOCK, Moments::halfClock);
    all.put(NO_YEAR, it -> day(number(it, 1), number(it, 2), 0, true));
    return all;
  }

  private static List<Fact> dayOfMonth(MatchResult found) {
    var day = found.group(2).startsWith("prim") ? 1 : number(found, 2);
    return days(day, number(found, 1), month(found.group(3)), number(found, 4));
  }

  private static List<Fact> monthsDay(MatchResult found) {
    return days(number(found, 2), number(found, 3), month(found.group(1)), number(found, 4));
  }

  private static List<Fact> days(int day, int other, int month, int year) {
    var days = new ArrayList<>(day(day, month, year, false));
    if (!days.isEmpty()) {
      days.addAll(day(other, month, year, false));
    }
    return days;
  }

  /// Nothing when there is no such day.
  private static List<Fact> day(int day, int month, int year, boolean numbers) {
    var turned = numbers && month > 12;
    var realDay = turned ? month : day;
    var realMonth = turned ? day : month;
    return realDay < 1 || realDay > 31 || realMonth < 1 || realMonth > 12
        ? List.of()
        : List.of(new Fact.Day(realDay, realMonth, year, numbers && realDay <= 12));
  }

  private static List<Fact> halfClock(MatchResult found) {
    var times = new ArrayList<Fact>();
    if (found.group(1) != null && number(found, 1) <= 24) {
      times.add(new Fact.Time(number(found, 1) * 60, true));
    }
    times.add(clock(number(found, 2), 0, found.group(3), found.group(4)));
    return times;
  }

  private static Fact clock(int hour, int minute, String letter, String part) {
    var morning = "a".equals(letter) || (part != null && part.startsWith("m"));
    var evening = !morning && (letter != null || part != null);
    var real = evening && hour < 12 ? hour + 12 : morning && hour == 12 ? 0 : hour;
    return new Fact.Time(real * 60 + minute, false);
  }

  private static int number(MatchResult found, int group) {
    var text = found.group(group);
    return text == null ? 0 : Integer.parseInt(text);
  }

  private static int year(String text) {
    return text.length() == 2 ? 2000 + Integer.parseInt(text) : Integer.parseInt(text);
  }

  private static int month(String word) {
    return MONTHS.getOrDefault(word, 0);
  }

  private static Map<String, Integer> months() {
    var all = new LinkedHashMap<String, Integer>();
    put(
        all,
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre");
    put(
        all,
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december");
    put(
        all,
        "janeiro",
        "fevereiro",
        "marco",
        "abril",
        "maio",
        "junho",
        "julho",
        "agosto",
        "setembro",
        "outubro",
        "novembro",
        "dezembro");
    put(all, "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic");
    put(all, "jan", "fev", "mar", "apr", "mai", "jun", "jul", "aug", "sept", "outub", "nov", "dec");
    return all;
  }

  private static void put(Map<String, Integer> all, String... words) {
    for (int i = 0; i < words.length; i++) {
      all.put(words[i], i + 1);
    }
  }
}
