package dev.relevo.knowledge.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A web site on loopback, whose pages a test writes and changes.
public final class TestSite implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /// What answers a request.
  @FunctionalInterface
  public interface Page {
    void answer(HttpExchange exchange) throws IOException, InterruptedException;
  }

  public TestSite() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /// Names are looked up here: every name leads to this machine.
  public static Reach reach() {
    return Reach.ofInternetAndLoopback(
        host -> new InetAddress[] {InetAddress.getLoopbackAddress()});
  }

  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public TestSite with(String path, Page page) {
    pages.put(path, page);
    return this;
  }

  /// A page with an entity tag made of its content, as most servers send.
  public TestSite html(String path, String html) {
    return with(path, bytes("text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8)));
  }

  public static Page bytes(String type, byte[] content) {
    var tag = "\"" + java.util.Arrays.hashCode(content) + "\"";
    return exchange -> {
      exchange.getResponseHeaders().set("ETag", tag);
      exchange.getResponseHeaders().set("Content-Type", type);
      if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        exchange.sendResponseHeaders(304, -1);
        return;
      }
      exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
      exchange.getResponseBody().write(content);
    };
  }

  public static Page redirect(String location) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", location);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  public TestSite without(String path) {
    pages.remove(path);
    return this;
  }

  /// The paths that were asked for, in order.
  public List<String> asked() {
    return asked;
  }

  private void answer(HttpExchange exchange) {
    asked.add(exchange.getRequestURI().toString());
    try (exchange) {
      var page = pages.get(exchange.getRequestURI().toString());
      if (page == null) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        page.answer(exchange);
      }
    } catch (IOException | InterruptedException visitorLeft) {
      // Tests break connections off on purpose.
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
