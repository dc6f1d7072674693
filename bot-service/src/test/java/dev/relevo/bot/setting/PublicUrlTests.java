package dev.relevo.bot.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUrlTests {

  @Test
  void isThisMachineWhenNotSet() {
    var port = new AtomicInteger(0);
    var url = PublicUrl.of("", port::get);
    port.set(8123);

    assertThat(url.base()).isEqualTo(URI.create("http://localhost:8123"));
    assertThat(url.secure()).isFalse();
  }

  @Test
  void keepsAPathAndDropsTheSlashAtTheEnd() {
    var url = PublicUrl.of("https://example.com/chat//", () -> 1);

    assertThat(url.at("/invite/x?y=1"))
        .isEqualTo(URI.create("https://example.com/chat/invite/x?y=1"));
    assertThat(url.secure()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chat.example.com",
        "ftp://example.com",
        "https://",
        "http://a b",
        "https://example.com?x=1"
      })
  void refusesWhatIsNotAWebAddress(String setting) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> PublicUrl.of(setting, () -> 1))
        .withMessageContaining("RELEVO_PUBLIC_URL")
        .withMessageContaining(setting);
  }
}
