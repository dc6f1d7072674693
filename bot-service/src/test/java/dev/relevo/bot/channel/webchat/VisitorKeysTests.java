package dev.relevo.bot.channel.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.relevo.bot.channel.webchat.VisitorKeys.Reading;
import dev.relevo.bot.setting.Secrets;
import dev.relevo.crm.SettableClock;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.file.FileId;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VisitorKeysTests {

  private static final ChannelId WEB = new ChannelId("web");
  private static final ChannelId OTHER = new ChannelId("web-otra");
  private static final Duration LIFE = Duration.ofHours(12);

  private final SettableClock clock = new SettableClock(Instant.parse("2026-06-01T12:00:00Z"));
  private final Secrets secrets = secrets("a secret of enough length, surely");
  private final VisitorKeys keys = new VisitorKeys(secrets, clock, LIFE);
  private final Visitor visitor = keys.stranger(WEB);

  @Test
  void aTokenSaysWhoItIsUntilItExpires() {
    var token = keys.token(visitor, Language.PT);
    assertThat(keys.read(token.text(), WEB))
        .isEqualTo(new Reading.Good(visitor, Language.PT, token.expires()));
    clock.set(token.expires());
    assertThat(keys.read(token.text(), WEB)).isEqualTo(new Reading.Expired());
  }

  @Test
  void noCharacterOfATokenCanBeChanged() {
    var token = keys.token(visitor, Language.ES).text();
    for (var at = 0; at < token.length(); at++) {
      var changed = token.charAt(at) == 'A' ? 'B' : 'A';
      var forged = token.substring(0, at) + changed + token.substring(at + 1);
      assertThat(keys.read(forged, WEB)).as("changed at %d", at).isEqualTo(new Reading.Forged());
    }
  }

  @Test
  void aTokenOfAnotherChannelOrAnotherSecretIsForged() {
    var elsewhere = keys.token(keys.stranger(OTHER), Language.ES).text();
    assertThat(keys.read(elsewhere, WEB)).isEqualTo(new Reading.Forged());
    var stranger = new VisitorKeys(secrets("another secret of enough length"), clock, LIFE);
    assertThat(keys.read(stranger.token(visitor, Language.ES).text(), WEB))
        .isEqualTo(new Reading.Forged());
    assertThat(keys.read("", WEB)).isEqualTo(new Reading.Forged());
    assertThat(keys.read("....", WEB)).isEqualTo(new Reading.Forged());
  }

  @Test
  void aDeviceKeyIsRecognisedOnItsChannelOnlyAndIsNoToken() {
    var key = keys.deviceKey(visitor);
    assertThat(keys.recognise(key, WEB)).contains(visitor);
    assertThat(keys.recognise(key, OTHER)).isEmpty();
    assertThat(keys.recognise(key + "x", WEB)).isEmpty();
    assertThat(keys.recognise(keys.stranger(WEB).id() + key.substring(22), WEB)).isEmpty();
    assertThat(keys.read(key, WEB)).isEqualTo(new Reading.Forged());
    assertThat(keys.recognise(keys.token(visitor, Language.ES).text(), WEB)).isEmpty();
  }

  @Test
  void noTokenLivesLongerThanADay() {
    assertThatThrownBy(() -> new VisitorKeys(secrets, clock, Duration.ofHours(25)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anUploadedFileCanOnlyBeSentByItsVisitorAndAShownOneOnlyForAWhile() {
    var attachments = new Attachments(secrets, clock);
    var file = new FileId(7);
    var name = attachments.uploaded(visitor, file);
    assertThat(attachments.uploaded(visitor, name)).contains(file);
    assertThat(attachments.uploaded(keys.stranger(WEB), name)).isEmpty();
    assertThat(attachments.uploaded(visitor, name.replaceFirst("7", "8"))).isEmpty();

    var channel = new WebChatChannel(WEB, new WorkspaceId(1), Set.of());
    var other = new WebChatChannel(OTHER, new WorkspaceId(1), Set.of());
    var shown = attachments.shown(channel, file);
    assertThat(attachments.shown(channel, shown)).contains(file);
    assertThat(attachments.shown(other, shown)).isEmpty();
    assertThat(attachments.shown(channel, shown.replaceFirst("7", "8"))).isEmpty();
    clock.set(clock.instant().plus(Attachments.HOLDS.multipliedBy(2)));
    assertThat(attachments.shown(channel, shown)).isEmpty();
  }

  private static Secrets secrets(String text) {
    return new Secrets(text.getBytes(StandardCharsets.UTF_8));
  }
}
