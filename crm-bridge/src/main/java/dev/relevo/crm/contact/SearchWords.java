package dev.relevo.crm.contact;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// What somebody typed into a search box, taken apart for the database.
///
/// @param words beginnings of words, folded as `crm.fold` does
/// @param digits a phone number or a part of it, without `+`, spaces and the local 0; else empty
/// @param number a contact's number, when it can be one
public record SearchWords(List<String> words, String digits, OptionalLong number) {
  public SearchWords {
    words = List.copyOf(words);
  }

  public static SearchWords of(String text) {
    var folded =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT);
    var words =
        Arrays.stream(folded.split("[^\\p{L}\\p{Nd}]+"))
            .filter(it -> !it.isEmpty())
            .limit(8)
            .toList();
    return new SearchWords(words, digits(text), number(text));
  }

  public boolean isEmpty() {
    return words.isEmpty();
  }

  /// All the words, each as a beginning, in PostgreSQL's query language.
  public String query() {
    return words.stream().map(it -> it + ":*").collect(Collectors.joining(" & "));
  }

  private static String digits(String text) {
    var bare = text.replaceAll("[\\s()./-]", "");
    if (!bare.matches("\\+?[0-9]{3,15}")) {
      return "";
    }
    return bare.replaceFirst("^\\+", "").replaceFirst("^0+", "");
  }

  private static OptionalLong number(String text) {
    var bare = text.strip().replaceFirst("^#", "");
    return bare.matches("[1-9][0-9]{0,17}")
        ? OptionalLong.of(Long.parseLong(bare))
        : OptionalLong.empty();
  }
}
