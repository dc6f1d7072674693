package dev.relevo.bot.channel.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.crm.conversation.Content.MediaKind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SniffedTests {

  @Test
  void theBytesDecideNotTheName() {
    assertThat(Sniffed.of(bytes("\u0089PNG\r\n\u001a\n...."), "factura.pdf"))
        .contains(new Sniffed(MediaKind.IMAGE, "image/png"));
    assertThat(Sniffed.of(bytes("%PDF-1.7"), "foto.png"))
        .contains(new Sniffed(MediaKind.DOCUMENT, "application/pdf"));
    assertThat(Sniffed.of(bytes("PK\u0003\u0004...."), "oferta.docx"))
        .map(Sniffed::mime)
        .hasValueSatisfying(it -> assertThat(it).contains("wordprocessingml"));
    assertThat(Sniffed.of(bytes("nombre;precio\nAna;3"), "lista.csv"))
        .contains(new Sniffed(MediaKind.DOCUMENT, "text/plain"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!doctype html><script>alert(1)</script>",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "MZ\u0090\u0000",
        "\u007fELF",
        "#!/bin/sh",
        "PK\u0003\u0004",
        ""
      })
  void whatABrowserOrAMachineCouldRunIsRefused(String content) {
    for (var name : new String[] {"foto.png", "x.html", "x.svg", "x.exe", "x"}) {
      assertThat(Sniffed.of(bytes(content), name)).as(name).isEmpty();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
