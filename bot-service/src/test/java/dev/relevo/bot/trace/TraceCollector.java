package dev.relevo.bot.trace;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// A collector of traces on this machine, which keeps what it is told by OTLP over HTTP.
public final class TraceCollector implements AutoCloseable {

  private static final String PATH = "/v1/traces";

  private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  /// Listens on a free port of the loopback address.
  public TraceCollector() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
    server.createContext(PATH, this::take);
    server.start();
  }

  /// What it is called at.
  public String endpoint() {
    return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), PATH);
  }

  /// A span as far as tests care.
  ///
  /// @param parent its number; empty for the first of a trace
  record Span(String trace, String number, String parent, String name) {}

  List<Span> spans() {
    return bodies.stream()
        .map(TraceCollector::read)
        .flatMap(it -> within(it, 1))
        .flatMap(it -> within(it, 2))
        .flatMap(it -> within(it, 2))
        .map(it -> new Span(hex(it, 1), hex(it, 2), hex(it, 4), text(it, 5)))
        .toList();
  }

  List<Span> spans(String trace) {
    return spans().stream().filter(it -> it.trace().equals(trace)).toList();
  }

  /// Everything it was told, a byte a character: what of it is ASCII can be read.
  String told() {
    var told = new StringBuilder();
    bodies.forEach(it -> told.append(new String(it, StandardCharsets.ISO_8859_1)));
    return told.toString();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static Stream<UnknownFieldSet> within(UnknownFieldSet message, int field) {
    return message.getField(field).getLengthDelimitedList().stream()
        .map(it -> read(it.toByteArray()));
  }

  private static String hex(UnknownFieldSet message, int field) {
    var values = message.getField(field).getLengthDelimitedList();
    return values.isEmpty() ? "" : HexFormat.of().formatHex(values.getFirst().toByteArray());
  }

  private static String text(UnknownFieldSet message, int field) {
    return message.getField(field).getLengthDelimitedList().getFirst().toStringUtf8();
  }

  private static UnknownFieldSet read(byte[] message) {
    try {
      return UnknownFieldSet.parseFrom(message);
    } catch (InvalidProtocolBufferException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      bodies.add(exchange.getRequestBody().readAllBytes());
      exchange.sendResponseHeaders(200, -1);
    }
  }
}
