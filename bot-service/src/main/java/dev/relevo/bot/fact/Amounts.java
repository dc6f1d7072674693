package dev.relevo.bot.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Numbers with what they count, in folded text: `$20`, `20 dolares`, `1.200,50`, `veinte dolares`.
final class Amounts {

  private static final String UNIT = units();
  private static final Pattern NUMBER =
      Pattern.compile(
          "(us\\$|u\\$s|r\\$|s/\\.?|\\$|€|£|\\b(?:usd|eur|cop|mxn|brl|pen)\\b)?\\s?(\\d(?:[\\d.,'\\u00a0]*\\d)?)"
              + "(?:\\s?(mil|millones|millon|milhoes|milhao|thousand|million|k)\\b)?(?:\\s?(?:de )?("
              + UNIT
              + "))?");
  private static final Pattern JOINER =
      Pattern.compile("\\s*(?:\\b(?:a|al|y|e|o|u|ou|or|and|to|hasta|ate|ao|as)\\b|[–/-])\\s*");

  private Amounts() {}

  private record Read(int start, int end, BigDecimal value, Unit unit) {

    Read or(Unit other) {
      return unit == Unit.NONE ? new Read(start, end, value, other) : this;
    }
  }

  static List<Fact> in(String folded) {
    var facts = new ArrayList<Fact>();
    for (var read : shared(folded, numbers(folded))) {
      facts.add(new Fact.Amount(read.value(), read.unit(), false));
    }
    facts.addAll(NumberWords.in(NUMBER.matcher(folded).replaceAll(" ¦ ")));
    return facts;
  }

  private static List<Read> numbers(String folded) {
    return NUMBER
        .matcher(folded)
        .results()
        .map(it -> new Read(it.start(), it.end(), value(it), unit(it)))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /// In "20 a 30 dolares" and "$20 o 30" both count dollars.
  private static List<Read> shared(String folded, List<Read> reads) {
    for (int i = reads.size() - 2; i >= 0; i--) {
      if (joined(folded, reads.get(i), reads.get(i + 1))) {
        reads.set(i, reads.get(i).or(reads.get(i + 1).unit()));
      }
    }
    for (int i = 1; i < reads.size(); i++) {
      if (joined(folded, reads.get(i - 1), reads.get(i))) {
        reads.set(i, reads.get(i).or(reads.get(i - 1).unit()));
      }
    }
    return reads;
  }

  private static boolean joined(String folded, Read first, Read second) {
    return JOINER.matcher(folded.substring(first.end(), second.start())).matches();
  }

  private static Unit unit(MatchResult found) {
    var before = found.group(1);
    var after = found.group(4);
    var unit = before == null ? Unit.NONE : Unit.of(before);
    var later = after == null ? Unit.NONE : Unit.of(after);
    return unit == Unit.NONE || (unit == Unit.DOLLAR_SIGN && unit.fits(later)) ? later : unit;
  }

  private static BigDecimal value(MatchResult found) {
    var number = number(found.group(2));
    var times = found.group(3);
    if (times == null) {
      return number;
    }
    return number.movePointRight(
        times.equals("mil") || times.equals("thousand") || times.equals("k") ? 3 : 6);
  }

  /// The last of two different marks is the decimal one; a single mark before three digits parts
  /// the thousands.
  static BigDecimal number(String written) {
    var text = written.replaceAll("['\\u00a0]", "");
    var mark = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
    if (mark < 0) {
      return new BigDecimal(text);
    }
    var decimal = text.charAt(mark);
    var other = decimal == '.' ? ',' : '.';
    var several = text.indexOf(decimal) != mark;
    var thousands =
        several || (text.indexOf(other) < 0 && text.length() - mark == 4 && !text.startsWith("0"));
    var whole = text.substring(0, mark).replaceAll("[.,]", "");
    var fraction = text.substring(mark + 1);
    return new BigDecimal(thousands ? whole + fraction : whole + "." + fraction);
  }

  /// Longer ones first; those that are words end where a word ends.
  private static String units() {
    return StreamSupport.stream(Unit.words().spliterator(), false)
        .sorted((one, other) -> other.length() - one.length())
        .map(it ->
            Pattern.quote(it).replace(" ", "\\E\\s+\\Q")
                + (Character.isLetter(it.charAt(it.length() - 1)) ? "\\b" : ""))
        .collect(Collectors.joining("|"));
  }
}
