package dev.relevo.bot.channel.whatsapp;

import static dev.relevo.bot.channel.whatsapp.WireJson.quote;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// The media of the stand-in: first a description with an address, then the bytes under it.
public final class MediaShelf {

  private final Map<String, Medium> media = new ConcurrentHashMap<>();
  private final Set<String> expired = ConcurrentHashMap.newKeySet();
  private final AtomicLong numbers = new AtomicLong(900_000_000_000L);

  @SuppressWarnings("ArrayRecordComponent")
  private record Medium(byte[] bytes, String mime) {}

  /// Keeps what a customer will be said to have sent; its id.
  public String keep(byte[] bytes, String mime) {
    var id = Long.toString(numbers.incrementAndGet());
    media.put(id, new Medium(bytes, mime));
    return id;
  }

  /// The bytes kept under an id.
  public byte[] bytes(String id) {
    var medium = media.get(id);
    return medium == null ? new byte[0] : medium.bytes();
  }

  /// The address given for it next time answers 404, once.
  public void expireOnce(String id) {
    expired.add(id);
  }

  /// SHA-256 as Meta gives it in hex.
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Answers if the path is one of its own.
  boolean serve(HttpExchange exchange, String path, URI base) throws IOException {
    var id = path.substring(path.lastIndexOf('/') + 1);
    var medium = media.get(id);
    if (medium == null) {
      return false;
    }
    if (!path.startsWith("/bytes/")) {
      describe(exchange, id, medium, base);
    } else if (expired.remove(id)) {
      exchange.sendResponseHeaders(404, -1);
    } else {
      exchange.getResponseHeaders().set("Content-Type", medium.mime());
      exchange.sendResponseHeaders(200, medium.bytes().length == 0 ? -1 : medium.bytes().length);
      exchange.getResponseBody().write(medium.bytes());
    }
    return true;
  }

  private static void describe(HttpExchange exchange, String id, Medium medium, URI base)
      throws IOException {
    GraphStandIn.answer(
        exchange,
        200,
        """
        {"messaging_product":"whatsapp","url":%s,"mime_type":%s,"sha256":%s,"file_size":%d,"id":%s}\
        """
            .formatted(
                quote(base + "/bytes/" + id),
                quote(medium.mime()),
                quote(sha256(medium.bytes())),
                medium.bytes().length,
                quote(id)));
  }
}
