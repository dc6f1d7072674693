package dev.relevo.crm.workspace;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// The texts as they are shipped, one file per language beside this class.
final class ShippedTexts {
  private static final Map<Language, Map<Wording, String>> TEXTS = load();

  private ShippedTexts() {}

  static String of(Wording wording, Language language) {
    return Objects.requireNonNull(
        Objects.requireNonNull(TEXTS.get(language), language.name()).get(wording), wording.name());
  }

  private static Map<Language, Map<Wording, String>> load() {
    var all = new EnumMap<Language, Map<Wording, String>>(Language.class);
    for (var language : Language.values()) {
      all.put(language, read("texts_" + language.code() + ".properties"));
    }
    return all;
  }

  private static Map<Wording, String> read(String file) {
    var properties = new Properties();
    try (var bytes = Objects.requireNonNull(ShippedTexts.class.getResourceAsStream(file), file);
        var reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var texts = new EnumMap<Wording, String>(Wording.class);
    properties.forEach((key, text) -> texts.put(Wording.valueOf((String) key), (String) text));
    return texts;
  }
}
