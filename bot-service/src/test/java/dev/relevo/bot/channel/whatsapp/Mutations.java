package dev.relevo.bot.channel.whatsapp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Examples of JSON, each time with a few things dropped, doubled, retyped, nested, blown up or
/// cut. The same seed gives the same mutations.
public final class Mutations {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> ODD =
      List.of(
          "",
          " ",
          "\u0000",
          "a\u0000b",
          "\ud800",
          "x\udc00y",
          "\u202e\u0645\u0631\u062d\u0628\u0627",
          "👩‍👩‍👧‍👦",
          "e\u0301".repeat(40),
          "\uffff",
          "'; DROP TABLE bot.inbound; --",
          "${jndi:ldap://x}",
          "9".repeat(400),
          "-1",
          "NaN",
          "1e308",
          "x".repeat(70_000));
  private static final List<String> NUMBERS =
      List.of("1e400", "-1e400", "9".repeat(150), "0.1e-300", "-0", "18446744073709551616");

  private final Random dice;
  private final List<byte[]> examples;

  /// Of what Meta sends.
  Mutations(long seed) {
    this(seed, Examples.names().stream().map(Examples::body).toList());
  }

  /// @param examples of JSON
  public Mutations(long seed, List<byte[]> examples) {
    this.dice = new Random(seed);
    this.examples = List.copyOf(examples);
  }

  public byte[] next() {
    var root = Wire.JSON.readTree(examples.get(dice.nextInt(examples.size())));
    var changes = 1 + dice.nextInt(4);
    for (var n = 0; n < changes; n++) {
      mutate(root);
    }
    var text = Wire.JSON.writeValueAsString(root);
    return switch (dice.nextInt(20)) {
      case 0 -> cut(text);
      case 1 -> flipped(text);
      case 2 -> numbered(text);
      default -> text.getBytes(StandardCharsets.UTF_8);
    };
  }

  private byte[] cut(String text) {
    return text.substring(0, dice.nextInt(text.length())).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] flipped(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    bytes[dice.nextInt(bytes.length)] = (byte) dice.nextInt(256);
    return bytes;
  }

  /// A number no double holds, where a string was.
  private byte[] numbered(String text) {
    var at = text.indexOf("\"1795449600\"");
    var number = NUMBERS.get(dice.nextInt(NUMBERS.size()));
    return (at < 0 ? text : text.substring(0, at) + number + text.substring(at + 12))
        .getBytes(StandardCharsets.UTF_8);
  }

  private void mutate(JsonNode root) {
    var places = new ArrayList<JsonNode>();
    collect(root, places);
    if (places.isEmpty()) {
      return;
    }
    switch (places.get(dice.nextInt(places.size()))) {
      case ObjectNode object -> mutate(object);
      case ArrayNode array -> mutate(array);
      default -> throw new IllegalStateException();
    }
  }

  private static void collect(JsonNode node, List<JsonNode> places) {
    if (node.isContainer() && !node.isEmpty()) {
      places.add(node);
      node.values().forEach(it -> collect(it, places));
    }
  }

  private void mutate(ObjectNode object) {
    var names = List.copyOf(object.propertyNames());
    var name = names.get(dice.nextInt(names.size()));
    switch (dice.nextInt(5)) {
      case 0 -> object.remove(name);
      case 1 -> object.set(odd(), object.get(name));
      case 2 -> object.set(name, nested(object.get(name)));
      case 3 -> object.set(names.get(dice.nextInt(names.size())), object.get(name).deepCopy());
      default -> object.set(name, other());
    }
  }

  private void mutate(ArrayNode array) {
    var place = dice.nextInt(array.size());
    switch (dice.nextInt(4)) {
      case 0 -> array.remove(place);
      case 1 -> array.add(array.get(place).deepCopy());
      case 2 -> array.set(place, nested(array.get(place)));
      default -> array.set(place, other());
    }
  }

  private JsonNode other() {
    return switch (dice.nextInt(8)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(dice.nextBoolean());
      case 2 -> NODES.numberNode(dice.nextLong());
      case 3 -> NODES.numberNode(dice.nextDouble() * 1e300);
      case 4 -> NODES.objectNode();
      case 5 -> NODES.arrayNode();
      default -> NODES.stringNode(odd());
    };
  }

  private String odd() {
    return ODD.get(dice.nextInt(ODD.size()));
  }

  private JsonNode nested(JsonNode node) {
    var nested = node;
    var levels = 1 + dice.nextInt(80);
    for (var n = 0; n < levels; n++) {
      nested =
          dice.nextBoolean() ? NODES.arrayNode().add(nested) : NODES.objectNode().set("n", nested);
    }
    return nested;
  }
}
