package dev.relevo.bot.standin;

import com.sun.net.httpserver.HttpExchange;
import dev.relevo.bot.standin.ModelWire.Usage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One answer on its way, with what befalls it there.
record ModelExchange(HttpExchange http) {

  private static final byte[] GARBAGE = {0, 1, (byte) 0xff, (byte) 0xfe, '{', '<', '\n', '\n'};

  boolean carries(String key) {
    return ("Bearer " + key).equals(http.getRequestHeaders().getFirst("Authorization"));
  }

  void refuse(int status, String code, String message) throws IOException {
    send(status, "application/json", bytes(ModelWire.error(code, message)));
  }

  void json(String body) throws IOException {
    send(200, "application/json", bytes(body));
  }

  /// Sends the answer as the request wants it and the faults let it.
  void chat(int number, ModelRequest request, ModelAnswer answer, List<ModelFault> faults)
      throws IOException, InterruptedException {
    var delay = first(ModelFault.Delay.class, faults);
    Thread.sleep(delay.map(ModelFault.Delay::beforeFirstByte).orElse(Duration.ZERO));
    var refusal = first(ModelFault.Refuse.class, faults);
    if (refusal.isPresent()) {
      refuse(refusal.get());
    } else if (first(ModelFault.Garbage.class, faults).isPresent()) {
      send(200, type(request), GARBAGE);
    } else {
      var wire = new ModelWire(number, request.model(), usage(request, answer, faults));
      set("Content-Type", type(request));
      send(request.streamed() ? wire.pieces(answer) : List.of(wire.whole(answer)), faults);
    }
  }

  private void send(List<String> pieces, List<ModelFault> faults)
      throws IOException, InterruptedException {
    var cut = first(ModelFault.Cut.class, faults);
    if (cut.isPresent()) {
      breakOff(bytes(String.join("", pieces)), cut.get().afterBytes());
    } else {
      var drip = first(ModelFault.Drip.class, faults);
      stream(pieces, drip.map(ModelFault.Drip::beforeEachPiece).orElse(Duration.ZERO));
    }
  }

  private void refuse(ModelFault.Refuse refusal) throws IOException {
    refusal.retryAfter().ifPresent(it -> set("Retry-After", "" + it.toSeconds()));
    refuse(refusal.status(), refusal.code(), refusal.message());
  }

  private void stream(List<String> pieces, Duration drip) throws IOException, InterruptedException {
    http.sendResponseHeaders(200, 0);
    var out = http.getResponseBody();
    for (var piece : pieces) {
      Thread.sleep(drip);
      out.write(bytes(piece));
      out.flush();
    }
  }

  /// Promises the whole and closes before: the connection ends in the middle of the body.
  private void breakOff(byte[] body, int after) throws IOException {
    http.sendResponseHeaders(200, body.length + 1L);
    http.getResponseBody().write(body, 0, Math.min(after, body.length));
    http.getResponseBody().flush();
  }

  private static Optional<Usage> usage(
      ModelRequest request, ModelAnswer answer, List<ModelFault> faults) {
    boolean unasked = request.streamed() && !request.usageAsked();
    if (unasked || first(ModelFault.NoUsage.class, faults).isPresent()) {
      return Optional.empty();
    }
    int prompt = ModelWire.tokens(request.instructions() + request.material());
    int completion = ModelWire.tokens(answer.text() + answer.calls());
    return first(ModelFault.WrongUsage.class, faults)
        .map(it -> new Usage(it.promptTokens(), it.completionTokens()))
        .or(() -> Optional.of(new Usage(prompt, completion)));
  }

  private static <F extends ModelFault> Optional<F> first(Class<F> kind, List<ModelFault> faults) {
    return faults.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  private static String type(ModelRequest request) {
    return request.streamed() ? "text/event-stream; charset=utf-8" : "application/json";
  }

  private void set(String header, String value) {
    http.getResponseHeaders().set(header, value);
  }

  private void send(int status, String type, byte[] body) throws IOException {
    set("Content-Type", type);
    http.sendResponseHeaders(status, body.length);
    http.getResponseBody().write(body);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
