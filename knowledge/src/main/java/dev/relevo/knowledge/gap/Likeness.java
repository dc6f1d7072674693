package dev.relevo.knowledge.gap;

import dev.relevo.knowledge.retriever.Reading;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// How like two questions are, by the words that matter in them.
final class Likeness {

  /// Above this two questions are about the same.
  static final double SAME = 0.5;

  /// What a shared best row adds.
  private static final double SHARED_ROW = 0.25;

  /// What holding all of the other's words is worth, of holding the same words.
  private static final double CONTAINED = 0.8;

  private static final int STEM = 6;
  private static final int MOST = 24;

  /// Words that stand in any question.
  private static final Set<String> COMMON =
      Set.copyOf(
          List.of(
              """
              a al ante como con cual cuales cuando cuanto cuantos cuanta cuantas de del desde donde el la
              los las lo en entre es esta este esto estan estoy eso esa ese hay he ha han mi mis me nos no
              o para pero por porque que quien se ser si sin sobre son soy su sus te tengo tiene tienen tu
              un una unos unas usted ustedes y ya yo puedo puede pueden quiero quisiera necesito hacer
              hago favor gustaria saber the an and are as at be can could do does for from have how i in
              is it my of on or our that this to want was we what when where which who why will with
              would you your there need um uma uns umas os as da das do dos em no na nos nas e eu voce
              voces meu minha com como qual quais quando quanto onde para por que sao ser tem tenho posso
              pode quero queria gostaria saber nao sim
              """
                  .strip()
                  .split("\\s+")));

  private Likeness() {}

  /// The words that matter: folded, without courtesies and words that stand in any question, cut to
  /// a stem. Never empty.
  static Set<String> words(String text) {
    var read = Reading.of(text, Reading.symbols(text));
    var all = read.words().isEmpty() ? List.of(text.strip()) : read.words();
    var matter = stems(all.stream().filter(it -> !COMMON.contains(it)).toList());
    return matter.isEmpty() ? stems(all) : matter;
  }

  private static Set<String> stems(List<String> words) {
    var stems = new LinkedHashSet<String>();
    words.stream().limit(MOST).forEach(it -> stems.add(stem(it)));
    return stems;
  }

  private static String stem(String word) {
    var single =
        word.length() > 4 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    return single.length() > STEM ? single.substring(0, STEM) : single;
  }

  /// From 0, nothing in common, to 1, the same words.
  static double between(Set<String> one, Set<String> other) {
    var common = one.stream().filter(other::contains).count();
    var least = Math.min(one.size(), other.size());
    var jaccard = (double) common / (one.size() + other.size() - common);
    return least < 2 ? jaccard : Math.max(jaccard, CONTAINED * common / least);
  }

  /// As [#between(Set, Set)], and more where both led to the same row.
  static double between(Set<String> one, String row, Set<String> other, String otherRow) {
    var shared = !row.isEmpty() && row.equals(otherRow) ? SHARED_ROW : 0;
    return Math.min(1, between(one, other) + shared);
  }
}
