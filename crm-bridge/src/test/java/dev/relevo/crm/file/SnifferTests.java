package dev.relevo.crm.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SnifferTests {
  @Test
  void theBytesDecide() {
    assertThat(type("\u0089PNG\r\n\u001a\nrest", "text/html")).isEqualTo("image/png");
    assertThat(type("\u00ff\u00d8\u00ff\u00e0", "image/png")).isEqualTo("image/jpeg");
    assertThat(type("RIFF....WEBPVP8 ", "image/jpeg")).isEqualTo("image/webp");
    assertThat(type("OggS....", "audio/ogg; codecs=opus")).isEqualTo("audio/ogg");
  }

  @Test
  void theSenderMayOnlyNarrowWhatTheBytesAllow() {
    assertThat(type("....ftypisom", "audio/mp4")).isEqualTo("audio/mp4");
    assertThat(type("....ftypisom", "image/png")).isEqualTo("video/mp4");
    assertThat(type("PK\u0003\u0004...", "text/html")).isEqualTo("application/zip");
  }

  @Test
  void whatABrowserCouldRunIsNeverCalledSo() {
    assertThat(type("<html><script>", "text/html")).isEqualTo(Sniffer.UNKNOWN);
    assertThat(type("<svg xmlns=", "image/svg+xml")).isEqualTo(Sniffer.UNKNOWN);
    assertThat(type("<html>", "image/png")).isEqualTo(Sniffer.UNKNOWN);
  }

  @Test
  void textMustBeText() {
    assertThat(type("a;b\n1;2\n", "text/csv")).isEqualTo("text/csv");
    assertThat(type("a\0b", "text/plain")).isEqualTo(Sniffer.UNKNOWN);
    var cut = "añ".getBytes(StandardCharsets.UTF_8);
    assertThat(Sniffer.type(new byte[] {cut[0], cut[1]}, "text/plain")).isEqualTo("text/plain");
    assertThat(type("\u00e1\u00e1\u00e1\u00e1\u00e1\u00e1", "text/plain"))
        .isEqualTo(Sniffer.UNKNOWN);
  }

  private static String type(String bytes, String told) {
    return Sniffer.type(bytes.getBytes(StandardCharsets.ISO_8859_1), told);
  }
}
