package dev.relevo.bot.llm;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What came back from an endpoint.
///
/// @param response everything, once a stream has ended and could be read
record Reply(Wire.Sent sent, Optional<ChatResponse> response) {

  /// Why it cannot be used; empty when it can.
  Optional<Trouble> trouble() {
    return switch (sent) {
      case Wire.Sent.Broken(var trouble) -> Optional.of(trouble);
      case Wire.Sent.Refused refused -> Optional.of(Complaint.read(refused));
      case Wire.Sent.Streamed _ -> response.map(Reply::lack).orElse(Optional.of(Trouble.GARBLED));
    };
  }

  /// What is wrong with a stream that could be read.
  private static Optional<Trouble> lack(ChatResponse response) {
    var message = response.aiMessage();
    var reason = response.metadata().finishReason();
    if (reason == null) {
      return Optional.of(Trouble.CUT);
    }
    if (reason == FinishReason.LENGTH || reason == FinishReason.CONTENT_FILTER) {
      return Optional.of(Trouble.UNFINISHED);
    }
    return text(message).isBlank() && !message.hasToolExecutionRequests()
        ? Optional.of(Trouble.EMPTY)
        : Optional.empty();
  }

  String text() {
    return response.map(ChatResponse::aiMessage).map(Reply::text).orElse("");
  }

  List<ToolCall> calls() {
    return response.stream()
        .flatMap(it -> it.aiMessage().toolExecutionRequests().stream())
        .map(it ->
            new ToolCall(
                Objects.requireNonNullElse(it.id(), ""),
                Objects.requireNonNullElse(it.name(), ""),
                Objects.requireNonNullElse(it.arguments(), "")))
        .toList();
  }

  /// When the endpoint wants to be asked again.
  Optional<Duration> retryAfter() {
    return sent instanceof Wire.Sent.Refused refused ? refused.retryAfter() : Optional.empty();
  }

  /// What the provider may bill. For words that never reached us whole that is not known: the most.
  Used used(Used worst) {
    var trouble = trouble();
    if (response.isPresent() && !trouble.equals(Optional.of(Trouble.CUT))) {
      var written = new StringBuilder(text());
      calls().forEach(it -> written.append(it.name()).append(it.arguments()));
      var counted = new Used(worst.promptTokens(), Tokens.count(written.toString()));
      return Used.of(response.get().metadata().tokenUsage(), counted, worst.answerTokens());
    }
    return trouble.isPresent() && !trouble.get().mayBeBilled() ? Used.NOTHING : worst;
  }

  private static String text(AiMessage message) {
    return Objects.requireNonNullElse(message.text(), "");
  }
}
