package dev.relevo.bot.channel.whatsapp;

import dev.relevo.bot.channel.WebhookChannel.Fetched;
import dev.relevo.bot.channel.whatsapp.GraphApi.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Media customers sent: an id names them for seven days, an address gives them for five minutes.
/// The token goes with every request, so addresses are only followed to Meta, or to where the
/// settings say the Graph API is.
final class MediaSource {

  private static final Set<String> HOSTS = Set.of("lookaside.fbsbx.com", "graph.facebook.com");
  private static final List<String> DOMAINS = List.of(".fbcdn.net", ".whatsapp.net");
  private static final Set<Integer> OLD_ADDRESS = Set.of(401, 403, 404, 410);

  private final GraphApi api;
  private final URI graph;
  private final String phoneNumberId;

  MediaSource(GraphApi api, URI graph, String phoneNumberId) {
    this.api = api;
    this.graph = graph;
    this.phoneNumberId = phoneNumberId;
  }

  /// By the address that came with the message while it lives, else by a fresh one.
  Fetched fetch(Map<String, String> media) {
    var sha256 = media.getOrDefault("sha256", "");
    var mime = media.getOrDefault("mime", "");
    var direct = Optional.ofNullable(media.get("url")).flatMap(this::metas);
    if (direct.isPresent()
        && api.stream(direct.get()) instanceof Reply.Answered<InputStream>(var status, var bytes)) {
      if (status == 200) {
        return new Fetched.Bytes(new CheckedBytes(bytes, sha256), mime);
      }
      discard(bytes);
    }
    return byId(media.getOrDefault("id", ""), sha256, mime);
  }

  /// Where a token may be sent.
  Optional<URI> metas(String address) {
    try {
      var uri = new URI(address);
      return trusted(uri) ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }

  private boolean trusted(URI uri) {
    if (uri.getHost() == null || uri.getRawUserInfo() != null) {
      return false;
    }
    var host = uri.getHost().toLowerCase(java.util.Locale.ROOT);
    if (host.equals(graph.getHost())) {
      return uri.getPort() == graph.getPort() && graph.getScheme().equals(uri.getScheme());
    }
    return "https".equals(uri.getScheme())
        && (uri.getPort() == -1 || uri.getPort() == 443)
        && (HOSTS.contains(host) || DOMAINS.stream().anyMatch(host::endsWith));
  }

  private Fetched byId(String id, String sha256, String mime) {
    if (!id.matches("[A-Za-z0-9_-]{1,200}")) {
      return new Fetched.Gone("WhatsApp's address for the file is no longer valid.");
    }
    return switch (api.get("/" + id + "?phone_number_id=" + phoneNumberId)) {
      case Reply.Answered<byte[]>(var status, var body) when status == 200 ->
          described(Verdict.read(body), sha256, mime);
      case Reply.Answered<byte[]>(var status, var _) when status == 400 || status == 404 ->
          new Fetched.Gone("WhatsApp no longer has the file.");
      case Reply.Answered<byte[]>(var status, var _) -> new Fetched.NotNow("status " + status);
      case Reply.Unreached<byte[]>(var why) -> new Fetched.NotNow(why);
      case Reply.Lost<byte[]>(var why) -> new Fetched.NotNow(why);
    };
  }

  private Fetched described(JsonNode description, String sha256, String mime) {
    var address = metas(Wire.text(description, "url"));
    if (address.isEmpty()) {
      return new Fetched.Gone("The file does not lie at WhatsApp.");
    }
    var sum = sha256.isEmpty() ? Wire.text(description, "sha256", 200) : sha256;
    var type = mime.isEmpty() ? Wire.text(description, "mime_type", 200) : mime;
    return switch (api.stream(address.get())) {
      case Reply.Answered<InputStream>(var status, var bytes) when status == 200 ->
          new Fetched.Bytes(new CheckedBytes(bytes, sum), type);
      case Reply.Answered<InputStream>(var status, var bytes) -> {
        discard(bytes);
        yield new Fetched.NotNow(
            OLD_ADDRESS.contains(status) ? "the address has expired" : "status " + status);
      }
      case Reply.Unreached<InputStream>(var why) -> new Fetched.NotNow(why);
      case Reply.Lost<InputStream>(var why) -> new Fetched.NotNow(why);
    };
  }

  private static void discard(InputStream bytes) {
    try (bytes) {
      // Nothing of it is wanted.
    } catch (IOException alreadyGone) {
      // Then there is nothing to close.
    }
  }
}
