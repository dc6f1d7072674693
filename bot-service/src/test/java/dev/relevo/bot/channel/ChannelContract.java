package dev.relevo.bot.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.crm.contact.Address;
import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.contact.Alias;
import dev.relevo.crm.contact.Alias.Kind;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Content.MediaKind;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.file.FileId;
import dev.relevo.crm.file.StoredFile;
import dev.relevo.crm.workspace.Language;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every channel keeps to, whoever the provider is.
public abstract class ChannelContract {

  /// The channel, with a provider behind it that takes everything.
  protected abstract Channel channel();

  /// The references of what the provider took, in order.
  protected abstract List<String> taken();

  @Test
  void acceptsTextUnderAnIdOfTheProviders() {
    var first = channel().deliver(dispatch("relevo-1", new Content.Text("Hola")));
    var second = channel().deliver(dispatch("relevo-2", new Content.Text("Hola")));

    assertThat(first).isInstanceOf(Delivery.Accepted.class);
    assertThat(second).isInstanceOf(Delivery.Accepted.class).isNotEqualTo(first);
    assertThat(taken()).containsExactly("relevo-1", "relevo-2");
  }

  @Test
  void namesItself() {
    assertThat(channel().id().value()).isNotBlank();
    assertThat(channel().type()).isNotBlank();
    assertThat(channel().pace().perSecond()).isPositive();
    assertThat(channel().pace().burst()).isPositive();
    channel().window().ifPresent(it -> assertThat(it).isPositive());
  }

  @Test
  void carriesAPictureButNothingThatNobodyKnows() {
    var workspace = channel().workspace();
    var picture = new StoredFile(new FileId(1), workspace, "foto.png", "image/png", 2_000);
    var program =
        new StoredFile(new FileId(2), workspace, "foto.exe", "application/octet-stream", 2_000);

    assertThat(channel().carries(picture)).hasValue(MediaKind.IMAGE);
    assertThat(channel().carries(program)).isEmpty();
  }

  @Test
  void deliversOrRefusesButNeverThrows() {
    for (var content : contents()) {
      assertThat(channel().deliver(dispatch("relevo-3", content)))
          .as(content.toString())
          .isInstanceOfAny(Delivery.Accepted.class, Delivery.Refused.class);
    }
  }

  @Test
  void refusesAContactItHasNoNameFor() {
    var nobody =
        new Dispatch(
            new MessageId(1),
            address(new Alias(Kind.VISITOR, "somebody-elsewhere")),
            new Content.Text("Hola"),
            "relevo-4",
            Optional.empty(),
            Language.ES);

    assertThat(channel().deliver(nobody))
        .isInstanceOfAny(Delivery.Accepted.class, Delivery.Refused.class);
  }

  @Test
  void cutsLongTextWithoutLosingAWord() {
    var words = "una palabra y otra ".repeat(1_000).strip();

    var pieces = channel().parts(new Content.Text(words));

    assertThat(String.join(" ", pieces.stream().map(it -> ((Content.Text) it).body()).toList()))
        .isEqualTo(words);
    for (var piece : pieces) {
      assertThat(channel().parts(piece)).containsExactly(piece);
      assertThat(channel().deliver(dispatch("relevo-5", piece)))
          .isInstanceOf(Delivery.Accepted.class);
    }
  }

  @Test
  void deliversForManyThreadsAtOnce() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          IntStream.range(0, 40)
              .<Callable<Delivery>>mapToObj(
                  n -> () -> channel().deliver(dispatch("many-" + n, new Content.Text("n" + n))))
              .toList();
      for (var answer : threads.invokeAll(calls)) {
        assertThat(answer.get()).isInstanceOf(Delivery.Accepted.class);
      }
    }
    assertThat(taken().stream().filter(it -> it.startsWith("many-")))
        .hasSize(40)
        .doesNotHaveDuplicates();
  }

  /// One of each sort.
  protected static List<Content> contents() {
    var options = List.of(new Content.Option("row:A", "Uno", "", Optional.empty()));
    return List.of(
        new Content.Text("Hola"),
        new Content.Text(" "),
        new Content.Choice("¿Cuál?", options),
        new Content.Choice("", List.of()),
        new Content.Picked("row:A", "Uno"),
        medium(MediaKind.IMAGE, "https://example.com/a.png", "Mire"),
        medium(MediaKind.VOICE, "https://example.com/a.ogg", "Oiga"),
        medium(MediaKind.STICKER, "https://example.com/a.webp", ""),
        new Content.Place(-0.18, -78.46, "Parque", "Av. Amazonas"),
        new Content.Cards(List.of(new Content.Card("Pedro", List.of("+593987654321"), List.of()))),
        new Content.Reaction("👍", "wamid.x"),
        new Content.Order("c", "t", List.of()),
        new Content.Form("f", "b", "{}"),
        new Content.Template("recordatorio", "es", List.of("lunes")),
        new Content.Notice("k", "t"),
        new Content.Unsupported("k", "d"));
  }

  protected static Content.Media medium(MediaKind kind, String link, String caption) {
    return new Content.Media(
        kind, Optional.empty(), Optional.of(link), caption, "", "", Optional.empty());
  }

  protected static Dispatch dispatch(String reference, Content content) {
    return new Dispatch(
        new MessageId(1),
        address(new Alias(Kind.PHONE, "593991234567"), new Alias(Kind.VISITOR, "v-1")),
        content,
        reference,
        Optional.empty(),
        Language.ES);
  }

  protected static Address address(Alias... aliases) {
    return new Address(
        new AddressId(1),
        new ContactId(1),
        new dev.relevo.crm.contact.ChannelId("whatsapp"),
        List.of(aliases),
        Optional.empty());
  }
}
