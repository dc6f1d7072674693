package dev.relevo.bot.api;

import dev.relevo.bot.problem.Fault;
import dev.relevo.bot.problem.Fault.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The members of a JSON object, read strictly: each by its name, type and bounds, and at the end
/// none may be left. Whatever is wrong is added to the faults, and reading goes on with a stand-in.
final class Members {

  private final JsonNode object;
  private final String path;
  private final List<Fault> faults;
  private final Set<String> known = new LinkedHashSet<>();

  private Members(JsonNode object, String path, List<Fault> faults) {
    this.object = object;
    this.path = path;
    this.faults = faults;
  }

  /// @param path of the object; empty for the whole body
  static Members of(JsonNode node, String path, List<Fault> faults) {
    if (node.isObject()) {
      return new Members(node, path, faults);
    }
    faults.add(Fault.at(path, Kind.TYPE, "object", type(node)));
    return new Members(JsonNodeFactory.instance.objectNode(), path, new ArrayList<>());
  }

  /// A text; empty when it is not there.
  String text(String name, int most) {
    return value(name, JsonNode::isString, "string")
        .map(it -> bounded(it.asString(), name, 0, most))
        .orElse("");
  }

  /// A text that has to be there and not blank.
  String neededText(String name, int most) {
    if (!object.has(name)) {
      known.add(name);
      fault(name, Kind.MISSING);
      return "";
    }
    return value(name, JsonNode::isString, "string")
        .map(it -> bounded(it.asString(), name, 1, most))
        .orElse("");
  }

  /// A text; empty when it is `null`, not there, or has no characters.
  Optional<String> optionalText(String name, int most) {
    if (object.path(name).isNull()) {
      known.add(name);
      return Optional.empty();
    }
    return Optional.of(text(name, most)).filter(it -> !it.isEmpty());
  }

  boolean flag(String name, boolean otherwise) {
    return value(name, JsonNode::isBoolean, "boolean").map(JsonNode::asBoolean).orElse(otherwise);
  }

  /// A whole number; the least when it is not there.
  int number(String name, int least, int most) {
    var number = value(name, JsonNode::isNumber, "number");
    if (number.isEmpty()) {
      return least;
    }
    var node = number.get();
    if (!node.isIntegralNumber()
        || !node.canConvertToInt()
        || node.asInt() < least
        || node.asInt() > most) {
      fault(name, Kind.VALUE, node.asString(), least + "–" + most);
      return least;
    }
    return node.asInt();
  }

  /// An array's items.
  ///
  /// @param reading of an item and its path
  <T> List<T> list(String name, int most, BiFunction<JsonNode, String, Optional<T>> reading) {
    var array = value(name, JsonNode::isArray, "array");
    if (array.isEmpty()) {
      return List.of();
    }
    if (array.get().size() > most) {
      fault(name, Kind.COUNT, array.get().size(), most);
      return List.of();
    }
    var read = new ArrayList<T>();
    for (int at = 0; at < array.get().size(); at++) {
      reading.apply(array.get().get(at), under(name) + "/" + at).ifPresent(read::add);
    }
    return read;
  }

  /// An array of texts.
  List<String> texts(String name, int most, int longest) {
    return list(
        name,
        most,
        (item, at) -> {
          if (!item.isString()) {
            faults.add(Fault.at(at, Kind.TYPE, "string", type(item)));
            return Optional.empty();
          }
          return Optional.of(bounded(item.asString(), at, longest));
        });
  }

  /// An object inside; empty when it is `null` or not there.
  Optional<Members> inner(String name) {
    if (object.path(name).isNull()) {
      known.add(name);
      return Optional.empty();
    }
    return value(name, JsonNode::isObject, "object").map(it -> of(it, under(name), faults));
  }

  /// The names of an object inside, with their texts.
  Members inside(String name) {
    return inner(name)
        .orElseGet(() -> of(JsonNodeFactory.instance.objectNode(), under(name), faults));
  }

  Set<String> names() {
    return new LinkedHashSet<>(object.propertyNames());
  }

  /// Members that only we set; they may come back with the rest, and say nothing.
  void ignore(String... names) {
    known.addAll(List.of(names));
  }

  void fault(String name, Kind kind, Object... arguments) {
    faults.add(Fault.at(under(name), kind, arguments));
  }

  /// Whatever was not asked for is not known here.
  void end() {
    for (var name : object.propertyNames()) {
      if (!known.contains(name)) {
        fault(name, Kind.UNKNOWN, String.join(", ", known));
      }
    }
  }

  private Optional<JsonNode> value(String name, Predicate<JsonNode> is, String type) {
    known.add(name);
    var node = object.path(name);
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    if (!is.test(node)) {
      fault(name, Kind.TYPE, type, type(node));
      return Optional.empty();
    }
    return Optional.of(node);
  }

  private String bounded(String text, String name, int least, int most) {
    if (text.length() > most || (least > 0 && text.isBlank())) {
      fault(name, Kind.LENGTH, text.length(), least, most);
      return "";
    }
    return text;
  }

  private String bounded(String text, String at, int most) {
    if (text.length() > most) {
      faults.add(Fault.at(at, Kind.LENGTH, text.length(), 0, most));
      return "";
    }
    return text;
  }

  private String under(String name) {
    return path + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  private static String type(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> "array";
      case BOOLEAN -> "boolean";
      case NULL -> "null";
      case NUMBER -> "number";
      case OBJECT -> "object";
      case STRING -> "string";
      case BINARY, MISSING, POJO -> "nothing";
    };
  }
}
