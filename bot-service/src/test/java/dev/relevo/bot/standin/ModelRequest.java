package dev.relevo.bot.standin;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A chat completion asked for, as the model's side reads it.
///
/// @param format `text`, `json_object` or `json_schema`
/// @param usageAsked whether a stream is to end with the tokens used
public record ModelRequest(
    String model,
    List<Message> messages,
    List<Tool> tools,
    String format,
    boolean streamed,
    boolean usageAsked) {

  public ModelRequest {
    messages = List.copyOf(messages);
    tools = List.copyOf(tools);
  }

  /// One message of the conversation with the model.
  ///
  /// @param role `system`, `developer`, `user`, `assistant` or `tool`
  /// @param text all its text parts, a line each
  /// @param calls what the assistant called
  public record Message(String role, String text, List<ToolCall> calls) {
    public Message {
      calls = List.copyOf(calls);
    }

    /// Whether the business wrote it, not a customer, a document or a tool.
    public boolean isInstruction() {
      return role.equals("system") || role.equals("developer");
    }
  }

  /// A tool on offer; `parameters` is its JSON schema.
  public record Tool(String name, JsonNode parameters) {}

  /// A call of a tool.
  ///
  /// @param arguments JSON, or what a confused model takes for it
  public record ToolCall(String name, String arguments) {}

  /// Reads the body of `POST /v1/chat/completions`.
  static ModelRequest read(JsonNode body) {
    return new ModelRequest(
        body.path("model").asString(""),
        body.path("messages").values().stream().map(ModelRequest::message).toList(),
        body.path("tools").values().stream()
            .map(it -> it.path("function"))
            .map(it -> new Tool(it.path("name").asString(""), it.path("parameters")))
            .toList(),
        body.path("response_format").path("type").asString("text"),
        body.path("stream").asBoolean(false),
        body.path("stream_options").path("include_usage").asBoolean(false));
  }

  /// The instructions of the business.
  public String instructions() {
    return texts(messages.stream().filter(Message::isInstruction));
  }

  /// Everything else: what customers, people, documents and tools said.
  public String material() {
    return texts(messages.stream().filter(it -> !it.isInstruction()));
  }

  /// The last thing said by the user.
  public String question() {
    return messages.reversed().stream()
        .filter(it -> it.role().equals("user"))
        .map(Message::text)
        .findFirst()
        .orElse("");
  }

  /// Whether the last message is a tool's result.
  public boolean isAfterTool() {
    return last().filter(it -> it.role().equals("tool")).isPresent();
  }

  private Optional<Message> last() {
    return messages.isEmpty() ? Optional.empty() : Optional.of(messages.getLast());
  }

  private static String texts(Stream<Message> messages) {
    return messages.map(Message::text).collect(Collectors.joining("\n"));
  }

  private static Message message(JsonNode json) {
    var calls =
        json.path("tool_calls").values().stream()
            .map(it -> it.path("function"))
            .map(
                it -> new ToolCall(it.path("name").asString(""), it.path("arguments").asString("")))
            .toList();
    return new Message(json.path("role").asString(""), text(json.path("content")), calls);
  }

  private static String text(JsonNode content) {
    return content.isArray()
        ? content.values().stream()
            .map(it -> it.path("text").asString(""))
            .collect(Collectors.joining("\n"))
        : content.asString("");
  }
}
