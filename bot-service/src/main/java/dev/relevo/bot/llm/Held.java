package dev.relevo.bot.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Keeps the one request langchain4j wants to send, instead of sending it: so that it can be
/// counted and paid for first, and sent on a connection that we can close.
final class Held implements HttpClient {

  private @Nullable HttpRequest request;
  private @Nullable ServerSentEventListener listener;

  HttpRequest request() {
    return Objects.requireNonNull(request);
  }

  /// Who wants to hear the answer.
  ServerSentEventListener listener() {
    return Objects.requireNonNull(listener);
  }

  String body() {
    return request().body();
  }

  HttpClientBuilder builder() {
    return new Builder();
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest whole) {
    throw new UnsupportedOperationException("only streams are asked for");
  }

  @Override
  public void execute(
      HttpRequest streamed, ServerSentEventParser parser, ServerSentEventListener hearing) {
    this.request = streamed;
    this.listener = hearing;
  }

  /// Times are a matter of the deadline.
  private final class Builder implements HttpClientBuilder {

    @Override
    public Duration connectTimeout() {
      return Duration.ZERO;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
      return this;
    }

    @Override
    public Duration readTimeout() {
      return Duration.ZERO;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
      return this;
    }

    @Override
    public HttpClient build() {
      return Held.this;
    }
  }
}
