package dev.relevo.bot.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.channel.Channel;
import dev.relevo.bot.channel.ChannelContract;
import dev.relevo.bot.channel.Delivery;
import dev.relevo.bot.channel.Delivery.Scope;
import dev.relevo.bot.channel.Dispatch;
import dev.relevo.bot.channel.whatsapp.GraphStandIn.Answer;
import dev.relevo.crm.contact.Alias;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.workspace.Language;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The channel against the stand-in, which refuses what Meta would refuse.
class WhatsAppChannelTests extends ChannelContract {

  private static final String TO = "+593991234567";

  private final GraphStandIn meta = new GraphStandIn(Examples.ACCOUNT);
  private final WhatsAppChannel channel = Examples.channel(meta.url());

  @AfterEach
  void close() {
    meta.close();
  }

  @Override
  protected Channel channel() {
    return channel;
  }

  @Override
  protected List<String> taken() {
    return meta.taken().stream().map(GraphStandIn.Sent::reference).toList();
  }

  @Test
  void writesToThePhoneWithItsPlus() {
    channel.deliver(dispatch("relevo-1", new Content.Text("Hola")));

    assertThat(meta.taken())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.to()).isEqualTo(TO);
          assertThat(it.text()).isEqualTo("Hola");
          assertThat(it.reference()).isEqualTo("relevo-1");
        });
  }

  @Test
  void writesToTheUserIdOfWhoHasNoPhone() {
    var delivery = channel.deliver(to(new Alias(Alias.Kind.USER_ID, "EC.44"), Optional.empty()));

    assertThat(delivery).isInstanceOf(Delivery.Accepted.class);
    assertThat(meta.taken().getFirst().body())
        .contains("\"recipient\":\"EC.44\"")
        .doesNotContain("\"to\"");
  }

  @Test
  void showsThatAnAnswerIsBeingWritten() {
    channel.typing("wamid.QUESTION");
    assertThat(meta.typing()).containsExactly("wamid.QUESTION text");
    assertThat(meta.log()).isEmpty();
  }

  @Test
  void quotes() {
    channel.deliver(to(Examples.PHONE, Optional.of("wamid.of-theirs")));

    assertThat(meta.taken().getFirst().body())
        .contains("\"context\":{\"message_id\":\"wamid.of-theirs\"}");
  }

  @Test
  void sendsALongTextInPieces() {
    var delivery =
        channel.deliver(dispatch("relevo-1", new Content.Text("palabra ".repeat(1_000))));

    assertThat(delivery).isInstanceOf(Delivery.Accepted.class);
    assertThat(meta.taken()).hasSize(2).allMatch(it -> it.text().length() <= Pieces.TEXT);
  }

  @Test
  void doesNotRepeatPiecesThatArrived() {
    meta.answering(TO, new Answer.Take(), new Answer.Refuse(500, 131000, "later"));

    var delivery =
        channel.deliver(dispatch("relevo-1", new Content.Text("palabra ".repeat(1_000))));

    assertThat(delivery).isEqualTo(new Delivery.Refused("in-part", Fault.IN_PART.in(Language.ES)));
  }

  @Test
  void doesNotKnowWhenTheConnectionIsCut() {
    meta.answering(TO, new Answer.Cut(true), new Answer.Garble(), new Answer.Cut(false));

    for (var n = 0; n < 3; n++) {
      assertThat(channel.deliver(dispatch("relevo-1", new Content.Text("Hola"))))
          .isInstanceOf(Delivery.Unknown.class);
    }
    assertThat(meta.taken()).hasSize(2);
  }

  @Test
  void doesNotKnowWhenNoAnswerComesInTime() {
    meta.slow(Duration.ofSeconds(10));

    assertThat(channel.deliver(dispatch("relevo-1", new Content.Text("Hola"))))
        .isEqualTo(new Delivery.Unknown("no answer in 2 s"));
  }

  @Test
  void triesLaterWhenNobodyListens() {
    var nobody = Examples.channel(URI.create("http://127.0.0.1:1/v25.0"));

    assertThat(nobody.deliver(dispatch("relevo-1", new Content.Text("Hola"))))
        .isInstanceOfSatisfying(
            Delivery.RetryLater.class, it -> assertThat(it.scope()).isEqualTo(Scope.CHANNEL));
  }

  @Test
  void sparesACustomerLongerEachTimeInARow() {
    meta.answering(_ -> new Answer.Refuse(400, 131056, "pair rate"));

    assertThat(waits(4)).containsExactly(1L, 4L, 16L, 64L);

    meta.answering(_ -> new Answer.Take());
    assertThat(channel.deliver(dispatch("relevo-1", new Content.Text("Hola"))))
        .isInstanceOf(Delivery.Accepted.class);
    meta.answering(_ -> new Answer.Refuse(400, 131056, "pair rate"));
    assertThat(waits(1)).containsExactly(1L);
  }

  @Test
  void stopsWhenTheTokenIsWrong() {
    var settings = Examples.settings(meta.url());
    var stranger =
        new WhatsAppChannel(
            new WhatsAppSettings(
                settings.id(),
                settings.workspace(),
                settings.phoneNumberId(),
                "old token",
                settings.appSecret(),
                settings.verifyToken(),
                settings.graphUrl(),
                settings.rate()),
            (file, to) -> {},
            (wording, language) -> "",
            () -> Language.EN,
            Duration.ofSeconds(2));

    assertThat(stranger.deliver(dispatch("relevo-1", new Content.Text("Hola"))))
        .isEqualTo(new Delivery.ChannelPaused("190", "The access token is wrong or has expired."));
  }

  @Test
  void uploadsItsOwnFiles() {
    var sender =
        new WhatsAppChannel(
            Examples.settings(meta.url()),
            (file, to) -> write(to, "the bytes of file " + file.value()),
            (wording, language) -> "",
            () -> Language.EN,
            Duration.ofSeconds(2));
    var medium =
        new Content.Media(
            Content.MediaKind.DOCUMENT,
            Optional.of(new dev.relevo.crm.file.FileId(7)),
            Optional.empty(),
            "Su contrato",
            "contrato \"1\".pdf",
            "application/pdf",
            Optional.empty());

    var delivery = sender.deliver(dispatch("relevo-1", medium));

    assertThat(delivery).isInstanceOf(Delivery.Accepted.class);
    var body = meta.taken().getFirst().body();
    var id = WireJson.text(WireJson.read(body), "document", "id");
    assertThat(new String(meta.media().bytes(id), StandardCharsets.UTF_8))
        .contains("the bytes of file 7")
        .contains("filename=\"contrato _1_.pdf\"");
  }

  @Test
  void answersTheCheckOfTheAddressOnlyToWhoKnowsTheWord() {
    var query =
        Map.of("hub.mode", "subscribe", "hub.verify_token", "the-word", "hub.challenge", "11580");

    assertThat(channel.confirm(query)).contains("11580");
    assertThat(channel.confirm(Map.of("hub.mode", "subscribe", "hub.challenge", "1"))).isEmpty();
    assertThat(
            channel.confirm(
                Map.of("hub.mode", "subscribe", "hub.verify_token", "", "hub.challenge", "1")))
        .isEmpty();
  }

  @Test
  void countsThePaceAndTheWindowAsMetaDoes() {
    assertThat(channel.pace()).isEqualTo(new Channel.Pace(80, Duration.ofSeconds(6), 45));
    assertThat(channel.window()).contains(Duration.ofMinutes(23 * 60 + 55));
    assertThat(channel.bodyLimit()).isEqualTo(3 * 1024 * 1024);
  }

  @Test
  void saysNothingOfItsSecretsWhenPrinted() {
    assertThat(channel.toString() + Examples.settings(meta.url()))
        .doesNotContain(Examples.ACCOUNT.accessToken())
        .doesNotContain(Examples.ACCOUNT.appSecret())
        .doesNotContain("the-word");
  }

  private List<Long> waits(int times) {
    return java.util.stream.IntStream.range(0, times)
        .mapToObj(_ -> channel.deliver(dispatch("relevo-1", new Content.Text("Hola"))))
        .map(Delivery.RetryLater.class::cast)
        .map(it -> it.after().orElseThrow().toSeconds())
        .toList();
  }

  private static Dispatch to(Alias alias, Optional<String> quotes) {
    return new Dispatch(
        new MessageId(1),
        address(alias),
        new Content.Text("Hola"),
        "relevo-1",
        quotes,
        Language.ES);
  }

  private static void write(java.io.OutputStream to, String text) {
    try {
      to.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (java.io.IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }
}
