package dev.relevo.bot.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.channel.WebhookChannel.Fetched;
import dev.relevo.crm.TestCrm;
import dev.relevo.crm.contact.Sender;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Content.MediaKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.unit.DataSize;

class MediaFetchingIT {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0};

  private final TestCrm crm = new TestCrm(LedgerBeans.all());
  private final FakeProvider provider = new FakeProvider(TestCrm.WHATSAPP.value(), crm.workspace());
  private final MediaTable table = crm.bean(MediaTable.class);
  private final MediaFetching fetching =
      new MediaFetching(
          new Channels(List.of(provider)),
          table,
          crm.files(),
          crm.conversations(),
          new MediaSettings(DataSize.ofBytes(1_000)),
          crm.clock(),
          crm.bean(PlatformTransactionManager.class));

  @AfterEach
  void stop() {
    crm.bean(Intake.class).destroy();
  }

  @Test
  void putsTheFileIntoTheMessageUnderTheTypeItsBytesHave() {
    provider.giving(bytes(PNG));
    var claim = aPicture();

    fetching.fetch(claim);

    var media = content(claim);
    assertThat(media.caption()).isEqualTo("La factura");
    assertThat(media.mime()).isEqualTo("image/png");
    assertThat(media.failure()).isEmpty();
    var copy = new ByteArrayOutputStream();
    crm.files().copy(media.file().orElseThrow(), copy);
    assertThat(copy.toByteArray()).isEqualTo(PNG);
    assertThat(due()).isEmpty();
  }

  @Test
  void saysInTheMessageWhyAFileIsLost() {
    provider.giving(bytes(new byte[2_000]));
    var large = aPicture();
    fetching.fetch(large);
    provider.giving(new Fetched.Gone("WhatsApp no longer has the file."));
    var gone = aPicture();
    fetching.fetch(gone);

    assertThat(content(large).failure()).contains("The file is larger than 0 MB.");
    assertThat(content(gone).failure()).contains("WhatsApp no longer has the file.");
    assertThat(due()).isEmpty();
  }

  @Test
  void triesAgainWithGrowingPausesAndThenGivesUp() {
    var claim = aPicture();
    fetching.fetch(claim);
    assertThat(due()).isEmpty();
    crm.clock().goOn(Duration.ofSeconds(3));
    var tries = 1;
    for (var claims = due(); !claims.isEmpty(); claims = due()) {
      claims.forEach(fetching::fetch);
      tries++;
      crm.clock().goOn(Duration.ofHours(25));
    }

    assertThat(tries).isEqualTo(11);
    assertThat(content(claim).failure()).contains("The file could not be fetched.");
  }

  @Test
  void tellsOfFilesAtTheCommitThatBringsThem() {
    var told = new AtomicInteger();
    table.onArrival(told::incrementAndGet);
    says(TestCrm.text("Hola"), Map.of());
    assertThat(told).as("no file came").hasValue(0);

    aPicture();

    assertThat(told).hasValue(1);
  }

  private List<MediaTable.Claim> due() {
    return table.claim(crm.clock().instant(), Duration.ofMinutes(1), 10).stream()
        .filter(it -> it.workspace().equals(crm.workspace()))
        .toList();
  }

  private MediaTable.Claim aPicture() {
    var picture =
        new Content.Media(
            MediaKind.IMAGE,
            Optional.empty(),
            Optional.empty(),
            "La factura",
            "",
            "image/jpeg",
            Optional.empty());
    says(picture, Map.of("id", "1", "mime", "image/jpeg"));
    return due().getFirst();
  }

  private void says(Content content, Map<String, String> media) {
    var phone = TestCrm.aPhone();
    crm.bean(Intake.class)
        .accept(
            provider,
            List.of(
                new Arrival.Message(
                    "w-" + phone.value(),
                    new Sender(List.of(phone), Optional.empty(), Optional.empty()),
                    content,
                    Optional.empty(),
                    Optional.empty(),
                    media,
                    "{}")));
  }

  private Content.Media content(MediaTable.Claim claim) {
    return (Content.Media) crm.conversations().message(claim.message()).orElseThrow().content();
  }

  private static Fetched bytes(byte[] bytes) {
    return new Fetched.Bytes(new ByteArrayInputStream(bytes), "image/jpeg");
  }
}
