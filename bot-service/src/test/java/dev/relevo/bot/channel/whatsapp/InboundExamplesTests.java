package dev.relevo.bot.channel.whatsapp;

import static dev.relevo.bot.channel.whatsapp.Examples.AT;
import static dev.relevo.bot.channel.whatsapp.Examples.LUCIA;
import static dev.relevo.bot.channel.whatsapp.Examples.PARENT;
import static dev.relevo.bot.channel.whatsapp.Examples.PHONE;
import static dev.relevo.bot.channel.whatsapp.Examples.USER;
import static dev.relevo.bot.channel.whatsapp.Examples.arrivals;
import static dev.relevo.bot.channel.whatsapp.Examples.body;
import static dev.relevo.bot.channel.whatsapp.Examples.sender;
import static dev.relevo.bot.channel.whatsapp.Examples.wamid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.channel.Arrival;
import dev.relevo.crm.contact.Alias;
import dev.relevo.crm.contact.Alias.Kind;
import dev.relevo.crm.contact.Sender;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Content.MediaKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every kind of message, by an example each: who, which key, what.
class InboundExamplesTests {

  private static final String SUM = "4yUFOyDoSRBiUzFp1rPdvcxQ0/8Jf0kZ4Yy2v1cDW3A=";
  private static final Optional<String> OURS = Optional.of(wamid("ours"));

  @Test
  void readsText() {
    assertThat(arrivals("text")).containsExactly(said("text", text("¿Tienen botones? 😀")));
    assertThat(arrivals("text-forwarded"))
        .containsExactly(said("text-forwarded", text("Mira esto")));
    assertThat(arrivals("text-from-ad"))
        .containsExactly(said("text-from-ad", text("Vi su anuncio")));
    assertThat(arrivals("text-with-error")).containsExactly(said("text-with-error", text("Hola")));
  }

  @Test
  void readsWhatIsQuoted() {
    assertThat(arrivals("text-quoting")).containsExactly(answered("text-quoting", text("Sí, ese")));
    assertThat(arrivals("text-about-product"))
        .containsExactly(answered("text-about-product", text("¿Hay en azul?")));
  }

  @Test
  void keepsTheProvidersOwnWordsForWhatItDoesNotTranslate() {
    assertThat(arrivals(body("text-from-ad")))
        .singleElement()
        .isInstanceOfSatisfying(
            Arrival.Message.class, it -> assertThat(it.raw()).contains("238600011122233"));
  }

  @Test
  void readsPeopleWithoutAPhoneNumber() {
    assertThat(arrivals("text-without-phone"))
        .containsExactly(
            from(
                sender("Lucía Andrade", USER, PARENT),
                "text-without-phone",
                text("Hola, sin número")));
    assertThat(arrivals("text-only-username"))
        .containsExactly(from(sender("@luciaa", USER), "text-only-username", text("Hola")));
    assertThat(arrivals("text-with-all-names"))
        .containsExactly(
            from(
                sender("Lucía Andrade", PHONE, USER, PARENT), "text-with-all-names", text("Hola")));
  }

  @Test
  void readsMedia() {
    var address =
        "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1188220033445566&ext=1795449900&hash=ATx";
    assertThat(arrivals("image"))
        .containsExactly(
            media(
                "image",
                medium(MediaKind.IMAGE, "La factura", "", "image/jpeg"),
                Map.of(
                    "id",
                    "1188220033445566",
                    "url",
                    address,
                    "sha256",
                    SUM,
                    "mime",
                    "image/jpeg")));
    assertThat(arrivals("image-without-address"))
        .containsExactly(
            media(
                "image-without-address",
                medium(MediaKind.IMAGE, "", "", "image/png"),
                file("1188220033445567", "image/png")));
    assertThat(arrivals("video"))
        .containsExactly(
            media(
                "video",
                medium(MediaKind.VIDEO, "Mire", "", "video/mp4"),
                file("1188220033445568", "video/mp4")));
    assertThat(arrivals("document"))
        .containsExactly(
            media(
                "document",
                medium(
                    MediaKind.DOCUMENT,
                    "Contrato firmado",
                    "contrato n.º 7.pdf",
                    "application/pdf"),
                file("1188220033445571", "application/pdf")));
    assertThat(arrivals("sticker"))
        .containsExactly(
            media(
                "sticker",
                medium(MediaKind.STICKER, "", "", "image/webp"),
                file("1188220033445572", "image/webp")));
  }

  @Test
  void tellsAVoiceNoteFromASound() {
    assertThat(arrivals("audio"))
        .containsExactly(
            media(
                "audio",
                medium(MediaKind.AUDIO, "", "", "audio/mpeg"),
                file("1188220033445569", "audio/mpeg")));
    assertThat(arrivals("voice"))
        .containsExactly(
            media(
                "voice",
                medium(MediaKind.VOICE, "", "", "audio/ogg; codecs=opus"),
                file("1188220033445570", "audio/ogg; codecs=opus")));
  }

  @Test
  void saysWhenMediaCameWithoutAFile() {
    assertThat(arrivals("image-without-file"))
        .singleElement()
        .isInstanceOfSatisfying(
            Arrival.Message.class,
            it -> {
              assertThat(it.media()).isEmpty();
              assertThat(it.content())
                  .isInstanceOfSatisfying(
                      Content.Media.class, media -> assertThat(media.failure()).isPresent());
            });
  }

  @Test
  void readsPlaces() {
    assertThat(arrivals("location"))
        .containsExactly(said("location", new Content.Place(-0.180653, -78.467834, "", "")));
    assertThat(arrivals("location-chosen"))
        .containsExactly(
            said(
                "location-chosen",
                new Content.Place(
                    -0.180653, -78.467834, "Parque La Carolina", "Av. Amazonas, Quito")));
  }

  @Test
  void readsContactCards() {
    var pedro =
        new Content.Card(
            "Pedro Ruiz",
            List.of("+593 98 765 4321", "593987654322"),
            List.of("pedro@example.com"));
    assertThat(arrivals("contacts"))
        .containsExactly(said("contacts", new Content.Cards(List.of(pedro))));
    var shared = new Content.Card("Lucía Andrade", List.of("+593 99 123 4567"), List.of());
    assertThat(arrivals("contacts-number-shared"))
        .containsExactly(
            from(
                sender("Lucía Andrade", USER),
                "contacts-number-shared",
                new Content.Cards(List.of(shared))));
  }

  @Test
  void readsReactionsGivenAndTakenBack() {
    assertThat(arrivals("reaction"))
        .containsExactly(said("reaction", new Content.Reaction("👍🏽", wamid("ours"))));
    for (var name : List.of("reaction-taken-back", "reaction-taken-back-without-emoji")) {
      assertThat(arrivals(name))
          .containsExactly(said(name, new Content.Reaction("", wamid("ours"))));
    }
  }

  @Test
  void readsTapsOnButtonsAndLists() {
    assertThat(arrivals("button-reply"))
        .containsExactly(answered("button-reply", new Content.Picked("row:ENV-003", "Envíos")));
    assertThat(arrivals("list-reply"))
        .containsExactly(
            answered("list-reply", new Content.Picked("person", "Hablar con una persona")));
    assertThat(arrivals("template-button"))
        .containsExactly(
            answered("template-button", new Content.Picked("say:Quiero más", "Quiero más")));
  }

  @Test
  void readsFormsAndOrders() {
    assertThat(arrivals("flow-reply"))
        .containsExactly(
            answered(
                "flow-reply",
                new Content.Form("flow", "Enviado", "{\"flow_token\":\"t-1\",\"dia\":\"lunes\"}")));
    var cups = new Content.Item("taza-07", 2, 7.5, "USD");
    var plate = new Content.Item("plato-01", 1, 12, "USD");
    assertThat(arrivals("order"))
        .containsExactly(
            said(
                "order", new Content.Order("771100223344", "Para el lunes", List.of(cups, plate))));
  }

  @Test
  void keepsAnInteractiveMessageWithoutItsObject() {
    assertThat(arrivals("interactive-missing"))
        .containsExactly(
            said(
                "interactive-missing",
                new Content.Unsupported("interactive", "131000: The answer could not be read")));
  }

  @Test
  void readsAChangedPhoneNumber() {
    var now = new Alias(Kind.PHONE, "593998887777");
    assertThat(arrivals("system-number"))
        .containsExactly(
            new Arrival.AliasChanged(wamid("system-number") + ":PHONE", PHONE, now, ""),
            from(
                nameless(now),
                "system-number",
                new Content.Notice(
                    "user_changed_number", "User A changed from 593991234567 to 593998887777")));
  }

  @Test
  void readsAChangedUserId() {
    var now = new Alias(Kind.USER_ID, "EC.9900112233445566");
    assertThat(arrivals("system-user-id"))
        .containsExactly(
            new Arrival.AliasChanged(wamid("system-user-id") + ":USER_ID", USER, now, ""),
            from(
                nameless(now),
                "system-user-id",
                new Content.Notice("user_changed_user_id", "User A changed user id")));
  }

  @Test
  void readsAChangedIdentity() {
    assertThat(arrivals("system-identity"))
        .containsExactly(
            said(
                "system-identity",
                new Content.Notice("customer_identity_changed", "User A changed identity")));
  }

  @ParameterizedTest
  @CsvSource({
    "unsupported, unsupported, 131051: Message type is currently not supported",
    "unsupported-poll, poll_creation, 131051: Message type is currently not supported",
    "unavailable, unsupported, 131060: This message is currently unavailable.",
    "chat-opened, request_welcome, ''",
    "edited, edit, ''",
    "revoked, revoke, ''",
    "ephemeral, ephemeral, ''",
    "unheard-of, hologram, ''"
  })
  void keepsWhatItCannotRead(String name, String kind, String detail) {
    assertThat(arrivals(name)).containsExactly(said(name, new Content.Unsupported(kind, detail)));
  }

  @Test
  void ignoresGroupsAndNobodies() {
    assertThat(arrivals("group")).containsExactly(new Arrival.Unsupported("group", ""));
    assertThat(arrivals("without-sender"))
        .containsExactly(new Arrival.Unsupported("without a sender", ""));
  }

  @Test
  void namesAMessageThatHasNoIdTheSameEachTime() {
    var first = arrivals("without-id").getFirst();
    assertThat(first)
        .isInstanceOfSatisfying(
            Arrival.Message.class, it -> assertThat(it.externalId()).startsWith("sha256:"));
    assertThat(arrivals("without-id")).containsExactly(first);
  }

  private static Content text(String body) {
    return new Content.Text(body);
  }

  private static Content medium(MediaKind kind, String caption, String name, String mime) {
    return new Content.Media(
        kind, Optional.empty(), Optional.empty(), caption, name, mime, Optional.empty());
  }

  private static Map<String, String> file(String id, String mime) {
    return Map.of("id", id, "sha256", SUM, "mime", mime);
  }

  private static Sender nameless(Alias alias) {
    return new Sender(List.of(alias), Optional.empty(), Optional.empty());
  }

  private static Arrival said(String name, Content content) {
    return from(LUCIA, name, content);
  }

  private static Arrival from(Sender sender, String name, Content content) {
    return message(sender, name, content, Optional.empty(), Map.of());
  }

  private static Arrival answered(String name, Content content) {
    return message(LUCIA, name, content, OURS, Map.of());
  }

  private static Arrival media(String name, Content content, Map<String, String> media) {
    return message(LUCIA, name, content, Optional.empty(), media);
  }

  private static Arrival message(
      Sender sender,
      String name,
      Content content,
      Optional<String> quotes,
      Map<String, String> media) {
    return new Arrival.Message(wamid(name), sender, content, Optional.of(AT), quotes, media, "");
  }
}
