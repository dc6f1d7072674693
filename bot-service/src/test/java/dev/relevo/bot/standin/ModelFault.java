package dev.relevo.bot.standin;

import dev.relevo.bot.standin.ModelRequest.ToolCall;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One way in which a model or the way to it fails. Several may come together.
public sealed interface ModelFault {

  /// Nothing comes for so long, not even the headers.
  record Delay(Duration beforeFirstByte) implements ModelFault {}

  /// Each piece of the stream comes so long after the one before.
  record Drip(Duration beforeEachPiece) implements ModelFault {}

  /// An error in OpenAI's shape.
  record Refuse(int status, String code, String message, Optional<Duration> retryAfter)
      implements ModelFault {}

  /// The connection ends when so many bytes of the body have been sent.
  record Cut(int afterBytes) implements ModelFault {}

  /// 200, but the body is no JSON and no event stream.
  record Garbage() implements ModelFault {}

  /// A well-formed answer whose content is JSON that breaks off.
  record BrokenContent() implements ModelFault {}

  /// A well-formed answer without content.
  record Empty() implements ModelFault {}

  /// The answer is cut in half and says so: `finish_reason: length`.
  record OutOfLength() implements ModelFault {}

  /// Whatever it is asked, it calls this tool; with an empty name, the first one on offer.
  record ToolLoop(String tool, String arguments) implements ModelFault {}

  /// The tokens it says it used.
  record WrongUsage(int promptTokens, int completionTokens) implements ModelFault {}

  /// It does not say what it used.
  record NoUsage() implements ModelFault {}

  static ModelFault tooManyRequests(Duration retryAfter) {
    return new Refuse(429, "rate_limit_exceeded", "Rate limit reached.", Optional.of(retryAfter));
  }

  static ModelFault internalError() {
    return new Refuse(500, "server_error", "The server had an error.", Optional.empty());
  }

  static ModelFault unavailable() {
    return new Refuse(503, "overloaded", "The engine is overloaded.", Optional.empty());
  }

  static ModelFault contextTooLong() {
    return new Refuse(
        400,
        "context_length_exceeded",
        "This model's maximum context length is 4096 tokens.",
        Optional.empty());
  }

  /// The answer as this fault leaves it; faults of the way leave it as it is.
  default ModelAnswer spoil(ModelAnswer answer, ModelRequest request) {
    return switch (this) {
      case BrokenContent _ -> ModelAnswer.says("{\"kind\":\"answer\",\"text\":\"Cuesta US");
      case Empty _ -> ModelAnswer.says("");
      case OutOfLength _ ->
          new ModelAnswer(
              answer.text().substring(0, answer.text().length() / 2), List.of(), "length");
      case ToolLoop(var tool, var arguments) -> {
        var first = request.tools().isEmpty() ? "any" : request.tools().getFirst().name();
        yield ModelAnswer.calls(new ToolCall(tool.isEmpty() ? first : tool, arguments));
      }
      case Delay _, Drip _, Refuse _, Cut _, Garbage _, WrongUsage _, NoUsage _ -> answer;
    };
  }
}
