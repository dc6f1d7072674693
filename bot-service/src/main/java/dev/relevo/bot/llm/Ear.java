package dev.relevo.bot.llm;

import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Passes a stream's events on to langchain4j, and knows whether the stream came to its end.
final class Ear implements ServerSentEventListener, AutoCloseable {

  private static final String DONE = "[DONE]";

  private final ServerSentEventListener listener;
  private Supplier<@Nullable Future<?>> afterwards = () -> null;
  private @Nullable Future<?> alarm;
  private @Nullable IOException failure;
  private int events;
  private boolean done;

  Ear(ServerSentEventListener listener) {
    this.listener = listener;
  }

  /// @param then an alarm to be set when everything was said
  void whenDone(Supplier<@Nullable Future<?>> then) {
    afterwards = then;
  }

  /// Everything was said; what happens to the connection now is of no account.
  boolean isDone() {
    return done;
  }

  /// How it broke off; empty when it did not, or only after everything was said.
  Optional<IOException> failure() {
    return done ? Optional.empty() : Optional.ofNullable(failure);
  }

  /// The end of the stream.
  Wire.Sent ended() {
    if (events == 0) {
      return new Wire.Sent.Broken(Trouble.GARBLED);
    }
    listener.onClose();
    return new Wire.Sent.Streamed();
  }

  @Override
  public void onOpen(SuccessfulHttpResponse response) {
    listener.onOpen(response);
  }

  @Override
  public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
    if (done) {
      return;
    }
    if (DONE.equals(event.data())) {
      done = true;
      alarm = afterwards.get();
      return;
    }
    events++;
    listener.onEvent(event);
  }

  @Override
  public void onError(Throwable error) {
    failure = error instanceof IOException it ? it : new IOException(error);
  }

  @Override
  public void close() {
    if (alarm != null) {
      alarm.cancel(false);
    }
  }
}
