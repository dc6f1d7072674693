package dev.relevo.bot.standin;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.relevo.bot.standin.DialogflowScript.Standing;
import java.util.LinkedHashMap;
import java.util.Map;

/// One conversation on Dialogflow's side. Calls that come together are answered one after the
/// other, and counted.
final class DialogflowSession {

  private static final String START = "Start Page";

  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private String page = START;
  private int underWay;
  private int together;

  synchronized int enter() {
    underWay++;
    together = Math.max(together, underWay);
    return underWay;
  }

  synchronized void leave() {
    underWay--;
  }

  /// The most calls that were under way at the same time.
  synchronized int mostTogether() {
    return together;
  }

  /// Lets the agent answer, and goes where it goes.
  synchronized DialogflowAnswer advance(DialogflowCall call, DialogflowScript script) {
    call.parameters().getFieldsMap().forEach(this::take);
    var answer = script.answer(call, new Standing(page, parameters));
    parameters.putAll(answer.parameters());
    page = answer.page();
    if (answer.isEnd()) {
      page = START;
    }
    return answer;
  }

  /// The session's parameters, after which those of an ended session are forgotten.
  synchronized Struct parameters(DialogflowAnswer answer) {
    var struct = Struct.newBuilder();
    parameters.forEach((name, value) -> struct.putFields(name, value(value)));
    if (answer.isEnd()) {
      parameters.clear();
    }
    return struct.build();
  }

  /// Null deletes.
  private void take(String name, Value value) {
    switch (value.getKindCase()) {
      case STRING_VALUE -> parameters.put(name, value.getStringValue());
      case NUMBER_VALUE -> parameters.put(name, value.getNumberValue());
      case BOOL_VALUE -> parameters.put(name, value.getBoolValue());
      case NULL_VALUE, KIND_NOT_SET -> parameters.remove(name);
      case STRUCT_VALUE, LIST_VALUE -> parameters.put(name, value);
    }
  }

  private static Value value(Object value) {
    return switch (value) {
      case Value given -> given;
      case Boolean truth -> Value.newBuilder().setBoolValue(truth).build();
      case Number number -> Value.newBuilder().setNumberValue(number.doubleValue()).build();
      default -> Value.newBuilder().setStringValue(value.toString()).build();
    };
  }
}
