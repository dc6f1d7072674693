package dev.relevo.bot.responder.dialogflow;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Something an agent gave. What is missing, or of another kind than asked for, is nothing.
record Given(Value value) {

  private static final Given NOTHING = new Given(Value.getDefaultInstance());

  static Given of(Struct struct) {
    return new Given(Value.newBuilder().setStructValue(struct).build());
  }

  Given at(String name) {
    var found = value.getStructValue().getFieldsMap().get(name);
    return found == null ? NOTHING : new Given(found);
  }

  /// A JSON pointer's: `/live_agent`, `/a/b`.
  Given under(String pointer) {
    var found = this;
    for (var name : pointer.substring(pointer.startsWith("/") ? 1 : 0).split("/", -1)) {
      found = found.at(name.replace("~1", "/").replace("~0", "~"));
    }
    return found;
  }

  boolean isThere() {
    return switch (value.getKindCase()) {
      case NULL_VALUE, KIND_NOT_SET -> false;
      case STRING_VALUE, NUMBER_VALUE, BOOL_VALUE, STRUCT_VALUE, LIST_VALUE -> true;
    };
  }

  boolean isObject() {
    return value.hasStructValue();
  }

  /// A text, number or truth value as text; empty for anything else.
  String text() {
    return switch (value.getKindCase()) {
      case STRING_VALUE -> value.getStringValue().strip();
      case NUMBER_VALUE -> number(value.getNumberValue());
      case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
      case STRUCT_VALUE, LIST_VALUE, NULL_VALUE, KIND_NOT_SET -> "";
    };
  }

  /// A whole number within these bounds, also one that is written as a text.
  Optional<Integer> whole(int least, int most) {
    return Optional.of(text())
        .filter(it -> it.matches("[0-9]{1,9}"))
        .map(Integer::valueOf)
        .filter(it -> it >= least && it <= most);
  }

  /// The first of its members that is a text.
  String textAt(String... names) {
    for (var name : names) {
      if (!at(name).text().isEmpty()) {
        return at(name).text();
      }
    }
    return "";
  }

  List<Given> list() {
    return value.getListValue().getValuesList().stream().map(Given::new).toList();
  }

  /// Its texts: a list's, or the parts between a text's commas.
  List<String> texts() {
    var texts =
        value.hasListValue()
            ? list().stream().map(Given::text)
            : List.of(text().split(",", -1)).stream().map(String::strip);
    return texts.filter(it -> !it.isEmpty()).toList();
  }

  Map<String, Given> members() {
    return value.getStructValue().getFieldsMap().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, it -> new Given(it.getValue())));
  }

  private static String number(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
