package dev.relevo.bot.channel.whatsapp;

import dev.relevo.crm.sql.Column;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Meta's JSON, read without ever believing its shape: what is missing or of another type reads as
/// nothing. Whatever PostgreSQL cannot keep (NUL, half a surrogate pair, numbers without end) is
/// taken out at once, so that no content can fail later.
final class Wire {

  /// Meta's deepest documents have some fifteen levels.
  private static final int DEPTH = 64;

  private static final int BYTES = 4 * 1024 * 1024;
  private static final long YEAR_2100 = 4_102_444_800L;

  static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH)
                          .maxDocumentLength(BYTES)
                          .maxStringLength(BYTES)
                          .maxNumberLength(200)
                          .build())
                  .build())
          .build();

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Wire() {}

  /// Reads and cleans; throws Jackson's exception when it is not JSON or has no end.
  static JsonNode read(byte[] body) {
    var node = JSON.readTree(body);
    return isClean(node) ? node : clean(node);
  }

  /// The text of a string or number; `""` for anything else.
  static String text(JsonNode node, String name) {
    var value = node.path(name);
    return value.isString() || value.isNumber() ? value.asString() : "";
  }

  /// The text, at most that long.
  static String text(JsonNode node, String name, int longest) {
    return Column.start(text(node, name), longest);
  }

  /// The text, if it is there and not blank.
  static Optional<String> some(JsonNode node, String name, int longest) {
    return Optional.of(text(node, name, longest)).filter(it -> !it.isBlank());
  }

  /// The number, also when it is written as a string; empty for anything that is none.
  static Optional<Double> number(JsonNode node, String name) {
    try {
      var number = new BigDecimal(text(node, name, 60).strip()).doubleValue();
      return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  /// Unix seconds, as Meta writes them: a string.
  static Optional<Instant> instant(JsonNode node, String name) {
    return number(node, name)
        .filter(seconds -> seconds > 0 && seconds < YEAR_2100)
        .map(seconds -> Instant.ofEpochSecond(seconds.longValue()));
  }

  /// The objects of an array; nothing when it is no array.
  static List<JsonNode> items(JsonNode node, String name) {
    var array = node.path(name);
    return array.isArray()
        ? array.values().stream().filter(JsonNode::isObject).toList()
        : List.of();
  }

  /// A name for something that has none, the same whenever the same comes again.
  static String fingerprint(JsonNode node) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return "sha256:"
          + HexFormat.of().formatHex(digest.digest(raw(node).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String raw(JsonNode node) {
    return JSON.writeValueAsString(node);
  }

  private static boolean isClean(JsonNode node) {
    if (node.isObject()) {
      return node.properties().stream()
          .allMatch(it -> Column.isPlain(it.getKey()) && isClean(it.getValue()));
    }
    if (node.isArray()) {
      return node.values().stream().allMatch(Wire::isClean);
    }
    return node.isString()
        ? Column.isPlain(node.stringValue())
        : !node.isFloat() || Double.isFinite(node.doubleValue());
  }

  private static JsonNode clean(JsonNode node) {
    if (node.isObject()) {
      var object = NODES.objectNode();
      node.properties().forEach(it -> object.set(Column.clean(it.getKey()), clean(it.getValue())));
      return object;
    }
    if (node.isArray()) {
      var array = NODES.arrayNode();
      node.values().forEach(it -> array.add(clean(it)));
      return array;
    }
    if (node.isString()) {
      return NODES.stringNode(Column.clean(node.stringValue()));
    }
    return node.isFloat() && !Double.isFinite(node.doubleValue())
        ? NODES.stringNode("too large")
        : node;
  }
}
