package dev.relevo.bot.standin;

import dev.relevo.bot.standin.ModelRequest.ToolCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Answers as an OpenAI-compatible server writes them.
///
/// @param number which makes ids differ
record ModelWire(int number, String model, Optional<Usage> usage) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int PIECE = 12;
  private static final int DIMENSIONS = 64;

  /// Tokens an answer is said to have used.
  record Usage(int prompt, int completion) {
    Map<String, Object> json() {
      return Map.of(
          "prompt_tokens", prompt,
          "completion_tokens", completion,
          "total_tokens", prompt + completion);
    }
  }

  /// About as many tokens as a text has: one for each four characters.
  static int tokens(String text) {
    return Math.ceilDiv(text.length(), 4);
  }

  /// The answer in one piece.
  String whole(ModelAnswer answer) {
    var message = new LinkedHashMap<String, Object>();
    message.put("role", "assistant");
    message.put("content", answer.text());
    if (!answer.calls().isEmpty()) {
      message.put("tool_calls", calls(answer.calls()));
    }
    var body = head("chat.completion");
    body.put(
        "choices",
        List.of(Map.of("index", 0, "message", message, "finish_reason", answer.finish())));
    usage.ifPresent(it -> body.put("usage", it.json()));
    return JSON.writeValueAsString(body);
  }

  /// The answer as events of a stream: text and arguments in pieces, the tokens used last.
  List<String> pieces(ModelAnswer answer) {
    var deltas = new ArrayList<Map<String, Object>>();
    deltas.add(Map.of("role", "assistant", "content", ""));
    split(answer.text()).forEach(it -> deltas.add(Map.of("content", it)));
    for (int index = 0; index < answer.calls().size(); index++) {
      deltas.addAll(callInPieces(index, answer.calls().get(index)));
    }
    var events = new ArrayList<String>();
    deltas.forEach(it -> events.add(event(List.of(choice(it, null)), null)));
    events.add(event(List.of(choice(Map.of(), answer.finish())), null));
    usage.ifPresent(it -> events.add(event(List.of(), it)));
    events.add("data: [DONE]\n\n");
    return events;
  }

  /// An error.
  static String error(String code, String message) {
    return JSON.writeValueAsString(
        Map.of("error", Map.of("message", message, "type", code, "code", code)));
  }

  /// The models on offer.
  static String models(String model) {
    return JSON.writeValueAsString(
        Map.of(
            "object",
            "list",
            "data",
            List.of(Map.of("id", model, "object", "model", "created", 0))));
  }

  /// A vector for each text, by its words alone: the same text gives the same vector, texts that
  /// share words lie near each other.
  static String embeddings(String model, List<String> texts) {
    var data = new ArrayList<Map<String, Object>>();
    for (var text : texts) {
      data.add(
          Map.of("object", "embedding", "index", data.size(), "embedding", Words.vector(text)));
    }
    int tokens = texts.stream().mapToInt(ModelWire::tokens).sum();
    return JSON.writeValueAsString(
        Map.of(
            "object",
            "list",
            "model",
            model,
            "data",
            data,
            "usage",
            Map.of("prompt_tokens", tokens, "total_tokens", tokens)));
  }

  /// Words as directions.
  private static final class Words {

    static List<Double> vector(String text) {
      var sum = new double[DIMENSIONS];
      for (var word : Reading.words(text)) {
        var chance = new SplittableRandom(word.hashCode());
        for (int i = 0; i < DIMENSIONS; i++) {
          sum[i] += chance.nextDouble() - 0.5;
        }
      }
      var vector = new ArrayList<Double>();
      double length = 0;
      for (var value : sum) {
        length += value * value;
      }
      for (var value : sum) {
        vector.add(length == 0 ? 1 / Math.sqrt(DIMENSIONS) : value / Math.sqrt(length));
      }
      return vector;
    }
  }

  private LinkedHashMap<String, Object> head(String object) {
    var head = new LinkedHashMap<String, Object>();
    head.put("id", "chatcmpl-standin-" + number);
    head.put("object", object);
    head.put("created", 1_767_225_600 + number);
    head.put("model", model);
    return head;
  }

  private String event(List<Map<String, Object>> choices, @Nullable Usage used) {
    var body = head("chat.completion.chunk");
    body.put("choices", choices);
    if (used != null) {
      body.put("usage", used.json());
    }
    return "data: " + JSON.writeValueAsString(body) + "\n\n";
  }

  private static Map<String, Object> choice(Map<String, Object> delta, @Nullable String finish) {
    var choice = new LinkedHashMap<String, Object>();
    choice.put("index", 0);
    choice.put("delta", delta);
    choice.put("finish_reason", finish);
    return choice;
  }

  private List<Map<String, Object>> calls(List<ToolCall> calls) {
    var written = new ArrayList<Map<String, Object>>();
    for (var call : calls) {
      written.add(
          Map.of(
              "id", callId(written.size()),
              "type", "function",
              "function", Map.of("name", call.name(), "arguments", call.arguments())));
    }
    return written;
  }

  private List<Map<String, Object>> callInPieces(int index, ToolCall call) {
    var pieces = new ArrayList<Map<String, Object>>();
    pieces.add(
        Map.of(
            "index",
            index,
            "id",
            callId(index),
            "type",
            "function",
            "function",
            Map.of("name", call.name(), "arguments", "")));
    split(call.arguments())
        .forEach(it -> pieces.add(Map.of("index", index, "function", Map.of("arguments", it))));
    return pieces.stream().map(it -> Map.<String, Object>of("tool_calls", List.of(it))).toList();
  }

  private String callId(int index) {
    return "call_%d_%d".formatted(number, index);
  }

  private static List<String> split(String text) {
    var pieces = new ArrayList<String>();
    for (int at = 0; at < text.length(); ) {
      int end = Math.min(text.length(), at + PIECE);
      if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
        end++;
      }
      pieces.add(text.substring(at, end));
      at = end;
    }
    return pieces;
  }
}
