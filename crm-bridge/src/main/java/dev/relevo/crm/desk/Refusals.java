package dev.relevo.crm.desk;

import dev.relevo.crm.desk.CrmResult.Effect;
import dev.relevo.crm.workspace.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// Why something cannot be, in the asker's language; one file per language beside this class.
final class Refusals {
  private static final Map<Language, Properties> SENTENCES = load();

  private Refusals() {}

  static Effect.Refused say(Language language, String key, Object... arguments) {
    var sentence =
        Objects.requireNonNull(
            Objects.requireNonNull(SENTENCES.get(language)).getProperty(key), key);
    return new Effect.Refused(new MessageFormat(sentence, language.locale()).format(arguments));
  }

  private static Map<Language, Properties> load() {
    var all = new EnumMap<Language, Properties>(Language.class);
    for (var language : Language.values()) {
      var file = "refusals_" + language.code() + ".properties";
      var sentences = new Properties();
      try (var bytes = Objects.requireNonNull(Refusals.class.getResourceAsStream(file), file);
          var reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
        sentences.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      all.put(language, sentences);
    }
    return all;
  }
}
