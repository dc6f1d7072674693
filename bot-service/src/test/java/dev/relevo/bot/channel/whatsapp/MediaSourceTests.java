package dev.relevo.bot.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.relevo.bot.channel.WebhookChannel.Fetched;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaSourceTests {

  private static final byte[] BYTES = "the bytes of a picture".getBytes(StandardCharsets.UTF_8);

  private final GraphStandIn meta = new GraphStandIn(Examples.ACCOUNT);
  private final WhatsAppChannel channel = Examples.channel(meta.url());
  private final String id = meta.media().keep(BYTES, "image/jpeg");

  @AfterEach
  void close() {
    meta.close();
  }

  @Test
  void fetchesByTheId() throws IOException {
    assertThat(bytes(channel.fetch(Map.of("id", id)))).isEqualTo(BYTES);
  }

  @Test
  void fetchesByTheAddressThatCameAlong() throws IOException {
    var address = meta.url() + "/bytes/" + id;

    assertThat(bytes(channel.fetch(Map.of("url", address)))).isEqualTo(BYTES);
  }

  @Test
  void asksForAFreshAddressWhenTheOldOneHasExpired() throws IOException {
    meta.media().expireOnce(id);

    assertThat(bytes(channel.fetch(Map.of("id", id, "url", meta.url() + "/bytes/" + id))))
        .isEqualTo(BYTES);
  }

  @Test
  void triesLaterWhenAFreshAddressHasExpired() {
    meta.media().expireOnce(id);

    assertThat(channel.fetch(Map.of("id", id))).isInstanceOf(Fetched.NotNow.class);
  }

  @Test
  void acceptsTheSumInHexAndInBase64() throws Exception {
    var sum = MessageDigest.getInstance("SHA-256").digest(BYTES);
    var base64 = Base64.getEncoder().encodeToString(sum);

    assertThat(bytes(channel.fetch(Map.of("id", id, "sha256", base64)))).isEqualTo(BYTES);
    assertThat(bytes(channel.fetch(Map.of("id", id, "sha256", MediaShelf.sha256(BYTES)))))
        .isEqualTo(BYTES);
  }

  @Test
  void refusesAFileThatIsNotTheOneAnnounced() {
    var other = MediaShelf.sha256("another".getBytes(StandardCharsets.UTF_8));

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> bytes(channel.fetch(Map.of("id", id, "sha256", other))))
        .withMessageContaining("sum differs");
  }

  @Test
  void givesUpOnWhatMetaNoLongerHas() {
    assertThat(channel.fetch(Map.of("id", "900999"))).isInstanceOf(Fetched.Gone.class);
    assertThat(channel.fetch(Map.of("id", "../me?x="))).isInstanceOf(Fetched.Gone.class);
    assertThat(channel.fetch(Map.of())).isInstanceOf(Fetched.Gone.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1",
        "https://scontent.xx.fbcdn.net/v/t1",
        "https://mmg.whatsapp.net/d/f/1",
        "https://graph.facebook.com/v25.0/1",
        "http://127.0.0.1:7000/v25.0/bytes/1"
      })
  void takesItsTokenToMeta(String address) {
    assertThat(source().metas(address)).contains(URI.create(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://lookaside.fbsbx.com/1",
        "https://lookaside.fbsbx.com.evil.example/1",
        "https://evilfbcdn.net/1",
        "https://fbcdn.net@evil.example/1",
        "https://user@lookaside.fbsbx.com/1",
        "https://lookaside.fbsbx.com:8443/1",
        "http://127.0.0.1:7001/1",
        "https://127.0.0.1:7000/1",
        "http://169.254.169.254/latest/meta-data",
        "http://[::1]:7000/1",
        "file:///etc/passwd",
        "//lookaside.fbsbx.com/1",
        "not an address",
        ""
      })
  void takesItsTokenNowhereElse(String address) {
    assertThat(source().metas(address)).isEmpty();
  }

  private static MediaSource source() {
    var graph = URI.create("http://127.0.0.1:7000/v25.0");
    return new MediaSource(new GraphApi(graph, "t", Duration.ofSeconds(1)), graph, "1");
  }

  private static byte[] bytes(Fetched fetched) throws IOException {
    assertThat(fetched).isInstanceOf(Fetched.Bytes.class);
    try (var stream = ((Fetched.Bytes) fetched).stream()) {
      return stream.readAllBytes();
    }
  }
}
