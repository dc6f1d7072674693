package dev.relevo.eval.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whether a service keeps to itself what its log must not tell. Every line of the log is an object
/// of JSON; but for what is said to whoever starts it, which is none of the log's.
///
/// @param lines of the log
/// @param broken those that are no object of JSON
/// @param telling those in which something confidential stands
record Discretion(int lines, List<String> broken, List<String> telling) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /// The script's word before the first start, and the block after each.
  private static final Pattern SAID =
      Pattern.compile("|Relevo rehearses .*|  Relevo is ready\\.|    .*");

  Discretion {
    broken = List.copyOf(broken);
    telling = List.copyOf(telling);
  }

  /// Reads these logs.
  ///
  /// @param confidential what must stand in none of their lines, however it is escaped
  static Discretion in(Collection<Path> logs, Set<String> confidential) throws IOException {
    var lines = 0;
    var broken = new ArrayList<String>();
    var telling = new ArrayList<String>();
    for (var log : logs) {
      for (var line : Files.readAllLines(log)) {
        if (SAID.matcher(line).matches()) {
          continue;
        }
        lines++;
        if (!isObject(line)) {
          broken.add(line);
        }
        if (confidential.stream().anyMatch(unescaped(line)::contains)) {
          telling.add(line);
        }
      }
    }
    return new Discretion(lines, broken, telling);
  }

  /// Whether it was kept, and there was something to keep it in.
  boolean kept() {
    return lines > 0 && broken.isEmpty() && telling.isEmpty();
  }

  private static boolean isObject(String line) {
    try {
      return JSON.readTree(line).isObject();
    } catch (JacksonException broken) {
      return false;
    }
  }

  /// The line as it stands, and all names and values in it as they read.
  private static String unescaped(String line) {
    var read = new StringBuilder(line);
    try {
      collect(JSON.readTree(line), read);
    } catch (JacksonException broken) {
      // It is looked at as it stands.
    }
    return read.toString();
  }

  private static void collect(JsonNode node, StringBuilder into) {
    node.propertyNames().forEach(it -> into.append('\n').append(it));
    node.values().forEach(it -> collect(it, into));
    if (node.isString()) {
      into.append('\n').append(node.asString());
    }
  }
}
