package dev.relevo.knowledge.matrix;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/// The id of a row that was given none: made of its language and its question, so that the same
/// question has the same id in every import, wherever in the file it stands.
public final class GeneratedId {

  private static final int LONGEST_WORDS = 40;

  private GeneratedId() {}

  public static RowId of(Locale language, String question) {
    var folded = Folded.of(question);
    var words = folded.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    var id = language.getLanguage() + "-" + words;
    if (words.isEmpty() || words.length() > LONGEST_WORDS || words.length() < folded.length()) {
      var start = words.substring(0, Math.min(words.length(), LONGEST_WORDS));
      id = language.getLanguage() + "-" + start + "-" + digest(folded);
    }
    return new RowId(id.replaceAll("^-|--+", "-"));
  }

  private static String digest(String text) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
