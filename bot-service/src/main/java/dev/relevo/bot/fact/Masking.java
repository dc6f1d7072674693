package dev.relevo.bot.fact;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Replaces what tells who a customer is by marks such as `[EMAIL_1]`, the same value by the same
/// mark, and puts it back. For one turn; made anew for the next.
public final class Masking {

  /// A mark, also one that stands for nothing.
  public static final Pattern MARK = Pattern.compile("\\[(?:EMAIL|CARD|ID|PHONE|NAME)_\\d{1,3}\\]");

  private static final Pattern EMAIL =
      Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");
  private static final Pattern DIGITS =
      Pattern.compile("(?<![\\p{L}\\d_])\\+?\\(?\\d[\\d ().–-]{5,24}\\d");
  private static final int SHORT_NAME = 3;

  private final boolean on;
  private final Pattern name;
  private final Map<String, String> marks = new LinkedHashMap<>();
  private final Map<String, String> values = new LinkedHashMap<>();

  private Masking(boolean on, String name) {
    this.on = on;
    this.name = name(name);
  }

  /// Masks nothing where it is not on.
  ///
  /// @param name the contact's; may be empty
  public static Masking of(boolean on, String name) {
    return new Masking(on, name);
  }

  public String mask(String text) {
    if (!on) {
      return text;
    }
    var masked = replace(text, EMAIL, _ -> true, _ -> "EMAIL");
    masked = replace(masked, DIGITS, it -> digits(it).length() >= 7, Masking::sort);
    return replace(masked, name, _ -> true, _ -> "NAME");
  }

  /// With the customer's own words back in their places.
  public String restore(String text) {
    return on
        ? MARK.matcher(text)
            .replaceAll(it -> Matcher.quoteReplacement(values.getOrDefault(it.group(), it.group())))
        : text;
  }

  private String replace(
      String text,
      Pattern pattern,
      Predicate<String> counts,
      java.util.function.UnaryOperator<String> sort) {
    return pattern
        .matcher(text)
        .replaceAll(it ->
            Matcher.quoteReplacement(
                counts.test(it.group()) ? mark(it.group(), sort.apply(it.group())) : it.group()));
  }

  private String mark(String value, String sort) {
    var key = sort.equals("EMAIL") || sort.equals("NAME") ? Folding.folded(value) : digits(value);
    return marks.computeIfAbsent(
        key,
        _ -> {
          var number = values.keySet().stream().filter(it -> it.contains(sort)).count() + 1;
          var mark = "[" + sort + "_" + number + "]";
          values.put(mark, value);
          return mark;
        });
  }

  private static String sort(String written) {
    var digits = digits(written);
    if (isCitizen(digits)) {
      return "ID";
    }
    if (digits.length() >= 13 && digits.length() <= 19 && isCard(digits)) {
      return "CARD";
    }
    if (digits.length() > 13 || (digits.length() == 13 && !written.startsWith("+"))) {
      return "ID";
    }
    return written.startsWith("+")
            || digits.startsWith("0")
            || !written.equals(digits)
            || digits.length() >= 9
        ? "PHONE"
        : "ID";
  }

  /// Luhn's check.
  private static boolean isCard(String digits) {
    var sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      var digit = digits.charAt(digits.length() - 1 - i) - '0';
      sum += i % 2 == 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    }
    return sum % 10 == 0;
  }

  /// An Ecuadorian cédula, alone or with a RUC's ending.
  private static boolean isCitizen(String digits) {
    if (digits.length() != 10 && !(digits.length() == 13 && digits.endsWith("001"))) {
      return false;
    }
    var province = Integer.parseInt(digits.substring(0, 2));
    if (province < 1 || (province > 24 && province != 30) || digits.charAt(2) > '6') {
      return false;
    }
    var sum = 0;
    for (int i = 0; i < 9; i++) {
      var product = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += product > 9 ? product - 9 : product;
    }
    return (10 - sum % 10) % 10 == digits.charAt(9) - '0';
  }

  private static String digits(String text) {
    return text.replaceAll("\\D", "");
  }

  /// The whole name, or one of its words.
  private static Pattern name(String name) {
    var words = new LinkedHashMap<String, String>();
    for (var word : name.strip().split("[^\\p{L}\\p{M}]+", -1)) {
      if (word.length() >= SHORT_NAME) {
        words.put(word, Pattern.quote(word));
      }
    }
    if (words.isEmpty()) {
      return Pattern.compile("(?!)");
    }
    var one = "(?:" + String.join("|", words.values()) + ")";
    return Pattern.compile(
        "(?iu)(?<![\\p{L}\\p{M}\\[])" + one + "(?:\\s+" + one + ")*(?![\\p{L}\\p{M}])");
  }
}
