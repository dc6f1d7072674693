package dev.relevo.bot.llm;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import tools.jackson.databind.json.JsonMapper;

/// Writes requests the way an endpoint takes them, by langchain4j.
final class Composing {

  /// Data can be empty; a line cannot.
  private static final String NOTHING = "(empty)";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Composing() {}

  /// A request as it will be sent, and who hears its answer.
  record Composed(Held held, Hearing hearing) {}

  static Composed compose(Connection connection, String model, Ask ask, Dialect dialect) {
    var held = new Held();
    var hearing = new Hearing();
    var builder =
        OpenAiStreamingChatModel.builder()
            .httpClientBuilder(held.builder())
            .baseUrl(connection.baseUrl().toString())
            .modelName(model)
            .strictJsonSchema(true)
            .customHeaders(connection.headers().byName());
    if (!connection.key().isEmpty()) {
      builder.apiKey(connection.key());
    }
    builder.build().chat(request(ask, dialect), hearing);
    return new Composed(held, hearing);
  }

  private static ChatRequest request(Ask ask, Dialect dialect) {
    var parameters = OpenAiChatRequestParameters.builder();
    if (dialect.temperature()) {
      parameters.temperature(ask.temperature());
    }
    if (dialect.completionTokens()) {
      parameters.maxCompletionTokens(ask.answerTokens());
    } else {
      parameters.maxOutputTokens(ask.answerTokens());
    }
    if (!ask.tools().isEmpty()) {
      parameters.toolSpecifications(ask.tools().stream().map(Composing::tool).toList());
    }
    ask.shape()
        .filter(_ -> dialect.format() != Dialect.Format.NONE)
        .ifPresent(it -> parameters.responseFormat(format(it, dialect)));
    return ChatRequest.builder()
        .messages(ask.lines().stream().map(Composing::message).toList())
        .parameters(parameters.build())
        .build();
  }

  private static ResponseFormat format(Shape shape, Dialect dialect) {
    var format = ResponseFormat.builder().type(ResponseFormatType.JSON);
    if (dialect.format() == Dialect.Format.SCHEMA) {
      format.jsonSchema(
          JsonSchema.builder()
              .name(shape.name())
              .rootElement(JsonRawSchema.from(shape.schema()))
              .build());
    }
    return format.build();
  }

  private static ToolSpecification tool(Tool tool) {
    var json = JSON.createObjectNode();
    json.put("name", tool.name());
    json.put("description", tool.description());
    json.set("parameters", JSON.readTree(tool.parameters()));
    return ToolSpecification.fromJson(JSON.writeValueAsString(json));
  }

  private static ChatMessage message(Line line) {
    return switch (line) {
      case Line.Rules(var text) -> SystemMessage.from(said(text));
      case Line.Data(var text) -> UserMessage.from(said(text));
      case Line.Model(var text, var calls) when calls.isEmpty() -> AiMessage.from(said(text));
      case Line.Model(var text, var calls) -> {
        var message =
            AiMessage.builder()
                .toolExecutionRequests(calls.stream().map(Composing::wanted).toList());
        yield (text.isBlank() ? message : message.text(text)).build();
      }
      case Line.Result(var call, var text) ->
          ToolExecutionResultMessage.from(call.id(), call.name(), said(text));
    };
  }

  private static ToolExecutionRequest wanted(ToolCall call) {
    return ToolExecutionRequest.builder()
        .id(call.id())
        .name(call.name())
        .arguments(call.arguments())
        .build();
  }

  private static String said(String text) {
    return text.isBlank() ? NOTHING : text;
  }
}
