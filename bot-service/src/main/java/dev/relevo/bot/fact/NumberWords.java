package dev.relevo.bot.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Numbers in letters, in Spanish, English and Portuguese. "One" is left out: it is an article.
final class NumberWords {

  private static final Map<String, Integer> VALUES = values();
  private static final Set<String> AND = Set.of("y", "e", "and");
  private static final Set<String> THOUSAND = Set.of("mil", "thousand");
  private static final int DICTATED = 5;

  private final List<String> words;
  private final List<Fact> facts = new ArrayList<>();

  private NumberWords(List<String> words) {
    this.words = words;
  }

  static List<Fact> in(String folded) {
    return new NumberWords(List.of(folded.split("[^\\p{L}%$€]+", -1))).read();
  }

  private List<Fact> read() {
    for (int at = 0; at < words.size(); at++) {
      if (isNumber(at)) {
        at = take(at);
      }
    }
    return facts;
  }

  /// Takes the number that begins there; where its last word stands.
  private int take(int from) {
    var digits = new StringBuilder();
    var to = from;
    for (int at = from; at < words.size(); at++) {
      if (isNumber(at)) {
        to = at;
        digits.append(value(at) < 10 && !THOUSAND.contains(words.get(at)) ? value(at) : "x");
      } else if (!AND.contains(words.get(at)) || at + 1 == words.size() || !isNumber(at + 1)) {
        break;
      }
    }
    if (digits.length() >= DICTATED && digits.indexOf("x") < 0) {
      facts.add(new Fact.Phone(digits.toString()));
    } else {
      facts.add(new Fact.Amount(BigDecimal.valueOf(sum(from, to)), unit(to + 1), true));
    }
    return to;
  }

  private long sum(int from, int to) {
    long sum = 0;
    long part = 0;
    for (int at = from; at <= to; at++) {
      if (THOUSAND.contains(words.get(at))) {
        sum += Math.max(1, part) * 1000;
        part = 0;
      } else if (words.get(at).equals("hundred")) {
        part = Math.max(1, part) * 100;
      } else if (isNumber(at)) {
        part += value(at);
      }
    }
    return sum + part;
  }

  private Unit unit(int at) {
    if (at >= words.size()) {
      return Unit.NONE;
    }
    var alone = Unit.of(words.get(at));
    var two = at + 1 < words.size() ? words.get(at) + " " + words.get(at + 1) : "";
    return alone == Unit.NONE ? Unit.of(two) : alone;
  }

  private boolean isNumber(int at) {
    return VALUES.containsKey(words.get(at));
  }

  private int value(int at) {
    return VALUES.getOrDefault(words.get(at), 0);
  }

  private static Map<String, Integer> values() {
    var all = new HashMap<String, Integer>();
    count(
        all,
        0,
        "cero",
        "",
        "dos",
        "tres",
        "cuatro",
        "cinco",
        "seis",
        "siete",
        "ocho",
        "nueve",
        "diez",
        "once",
        "doce",
        "trece",
        "catorce",
        "quince",
        "dieciseis",
        "diecisiete",
        "dieciocho",
        "diecinueve",
        "veinte",
        "veintiuno",
        "veintidos",
        "veintitres",
        "veinticuatro",
        "veinticinco",
        "veintiseis",
        "veintisiete",
        "veintiocho",
        "veintinueve");
    count(
        all,
        0,
        "zero",
        "",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty");
    count(
        all,
        2,
        "dois",
        "tres",
        "quatro",
        "cinco",
        "seis",
        "sete",
        "oito",
        "nove",
        "dez",
        "onze",
        "doze",
        "treze",
        "quatorze",
        "quinze",
        "dezesseis",
        "dezessete",
        "dezoito",
        "dezenove",
        "vinte");
    all.put("duas", 2);
    tens(all, "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa");
    tens(all, "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    tens(all, "trinta", "quarenta", "cinquenta", "sessenta", "setenta", "oitenta", "noventa");
    hundreds(all, "cien", "doscientos", "trescientos", "cuatrocientos", "quinientos");
    hundreds(all, "cem", "duzentos", "trezentos", "quatrocentos", "quinhentos");
    all.putAll(Map.of("ciento", 100, "cento", 100, "hundred", 100, "mil", 1000, "thousand", 1000));
    return all;
  }

  private static void count(Map<String, Integer> all, int from, String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!words[i].isEmpty()) {
        all.put(words[i], from + i);
      }
    }
  }

  private static void tens(Map<String, Integer> all, String... words) {
    for (int i = 0; i < words.length; i++) {
      all.put(words[i], 30 + 10 * i);
    }
  }

  private static void hundreds(Map<String, Integer> all, String... words) {
    for (int i = 0; i < words.length; i++) {
      all.put(words[i], 100 + 100 * i);
    }
  }
}
