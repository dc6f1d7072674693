package dev.relevo.bot.channel.webchat;

import dev.relevo.crm.workspace.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/// The texts of this room, in every language: `webchat/<name>_<language>.properties` in UTF-8.
final class Words {

  private static final Map<String, Properties> READ = new ConcurrentHashMap<>();

  private Words() {}

  static Properties of(String name, Language language) {
    return READ.computeIfAbsent(
        "/webchat/%s_%s.properties".formatted(name, language.code()), Words::read);
  }

  private static Properties read(String path) {
    try (var stream = Words.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("texts are missing: " + path);
      }
      var words = new Properties();
      words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
