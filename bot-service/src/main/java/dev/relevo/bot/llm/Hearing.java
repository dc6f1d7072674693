package dev.relevo.bot.llm;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Hears one stream to its end. What came before the end never leaves here.
final class Hearing implements StreamingChatResponseHandler {

  private final long began = System.nanoTime();
  private @Nullable Duration firstToken;
  private @Nullable ChatResponse response;
  private boolean garbled;

  /// From the asking.
  Optional<Duration> firstToken() {
    return Optional.ofNullable(firstToken);
  }

  /// Everything, once the stream has ended; empty when one of its pieces could not be read.
  Optional<ChatResponse> whole() {
    return garbled ? Optional.empty() : Optional.ofNullable(response);
  }

  @Override
  public void onPartialResponse(String piece) {
    heard();
  }

  @Override
  public void onPartialToolCall(PartialToolCall piece) {
    heard();
  }

  @Override
  public void onCompleteResponse(ChatResponse complete) {
    response = complete;
  }

  @Override
  public void onError(Throwable error) {
    garbled = true;
  }

  private void heard() {
    if (firstToken == null) {
      firstToken = Duration.ofNanos(System.nanoTime() - began);
    }
  }
}
