package dev.relevo.bot.standin;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Text as a clever model reads it: strings inside JSON, base64 undone, invisible characters gone,
/// letters of other alphabets that look Latin taken for Latin.
final class Reading {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{16,}={0,2}");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Mn}]+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final String LOOK_ALIKE = "асеорхуікмнтвАВСЕНКМОРТХ";
  private static final String LATIN = "aceopxyikmhtbABCEHKMOPTX";

  /// Say nothing about what a text is about.
  private static final Set<String> SMALL =
      Set.of(
          "de", "la", "el", "los", "las", "un", "una", "que", "es", "en", "y", "a", "por", "para",
          "con", "mi", "su", "se", "lo", "me", "al", "del", "como", "cual", "eso", "esto", "the",
          "of", "and", "to", "is", "what", "how", "do", "you", "it", "that", "my", "i", "can", "o",
          "os", "as", "da", "e", "um", "uma", "voces", "isso", "qual", "esta", "este");

  private Reading() {}

  /// The text and everything hidden in it, a line each; a document in it counts as its strings.
  static String deep(String text) {
    var all = new ArrayList<String>();
    int from = text.indexOf('{');
    int to = text.lastIndexOf('}') + 1;
    try {
      var document = JSON.readTree(from < to && from >= 0 ? text.substring(from, to) : "");
      all.add(text.substring(0, Math.max(from, 0)));
      strings(document, all);
      all.add(text.substring(to));
    } catch (JacksonException noDocument) {
      all.add(text);
    }
    all.addAll(all.stream().flatMap(it -> decoded(it).stream()).toList());
    return plain(String.join("\n", all));
  }

  /// Without invisible characters, accents and foreign look-alikes.
  static String plain(String text) {
    var visible =
        INVISIBLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    var latin = new StringBuilder(visible);
    for (int i = 0; i < latin.length(); i++) {
      int alike = LOOK_ALIKE.indexOf(latin.charAt(i));
      if (alike >= 0) {
        latin.setCharAt(i, LATIN.charAt(alike));
      }
    }
    return latin.toString();
  }

  /// The words that say what it is about, in lower case without accents.
  static Set<String> words(String text) {
    var words = new TreeSet<>(List.of(NO_WORD.split(plain(text).toLowerCase(Locale.ROOT), -1)));
    words.removeAll(SMALL);
    words.remove("");
    return words;
  }

  /// Every place where a pattern fits, each text once.
  static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).distinct().toList();
  }

  private static void strings(JsonNode node, List<String> into) {
    if (node.isString()) {
      into.add(node.asString());
    }
    node.values().forEach(it -> strings(it, into));
  }

  private static List<String> decoded(String text) {
    var decoded = new ArrayList<String>();
    for (var token : all(BASE64, text)) {
      try {
        var bytes = Base64.getDecoder().decode(token);
        decoded.add(new String(bytes, StandardCharsets.UTF_8));
      } catch (IllegalArgumentException noBase64) {
        // A long word.
      }
    }
    return decoded;
  }
}
