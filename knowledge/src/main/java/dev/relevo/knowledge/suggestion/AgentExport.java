package dev.relevo.knowledge.suggestion;

import dev.relevo.knowledge.sentence.Sentence;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON files of an agent's export, by their path. Everything is read or nothing; no more is
/// unpacked than is allowed.
///
/// @param files sorted by path
record AgentExport(Map<String, JsonNode> files) {

  private static final int MOST_INFLATED = 48 * 1024 * 1024;
  private static final int MOST_FILES = 20_000;

  private static final JsonMapper JSON = new JsonMapper();

  static AgentExport of(byte[] zip) throws NotTaken {
    var files = new TreeMap<String, JsonNode>();
    long inflated = 0;
    int count = 0;
    try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        var bytes = entries.readNBytes((int) (MOST_INFLATED - inflated + 1));
        inflated += bytes.length;
        count++;
        if (inflated > MOST_INFLATED || count > MOST_FILES) {
          throw new NotTaken(
              Sentence.of("suggestion.inflated", MOST_INFLATED / (1024 * 1024), MOST_FILES));
        }
        if (entry.getName().endsWith(".json")) {
          files.put(entry.getName().replace('\\', '/'), json(entry.getName(), bytes));
        }
      }
    } catch (IOException | IllegalArgumentException damaged) {
      throw new NotTaken(Sentence.of("suggestion.damaged"));
    }
    return new AgentExport(withoutFolder(files));
  }

  private static JsonNode json(String name, byte[] bytes) throws NotTaken {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException notUtf8) {
      throw new NotTaken(Sentence.of("suggestion.encoding", name));
    } catch (JacksonException | StackOverflowError broken) {
      throw new NotTaken(Sentence.of("suggestion.json", name));
    }
  }

  /// Some people pack the folder, not what is in it.
  private static Map<String, JsonNode> withoutFolder(TreeMap<String, JsonNode> files) {
    var agent = files.keySet().stream().filter(it -> it.matches("[^/]+/agent\\.json")).findFirst();
    if (files.containsKey("agent.json") || agent.isEmpty()) {
      return files;
    }
    var folder = agent.get().substring(0, agent.get().indexOf('/') + 1);
    var within = new TreeMap<String, JsonNode>();
    files.forEach((name, json) -> {
      if (name.startsWith(folder)) {
        within.put(name.substring(folder.length()), json);
      }
    });
    return within;
  }

  boolean isOfCx() {
    return files.keySet().stream().anyMatch(it -> it.startsWith("flows/"));
  }

  boolean isOfEs() {
    return files.keySet().stream().anyMatch(it -> it.matches("intents/[^/]+\\.json"));
  }
}
