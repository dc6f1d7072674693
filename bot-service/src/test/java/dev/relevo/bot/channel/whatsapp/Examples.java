package dev.relevo.bot.channel.whatsapp;

import dev.relevo.bot.channel.Arrival;
import dev.relevo.bot.channel.WebhookChannel.Translation;
import dev.relevo.crm.contact.Alias;
import dev.relevo.crm.contact.Alias.Kind;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.contact.Sender;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;

/// Calls as Meta makes them, in `src/test/resources/whatsapp`, written by us after its
/// documentation; and the channel they are for.
final class Examples {

  static final GraphStandIn.Account ACCOUNT = GraphStandIn.Account.SAMPLE;
  static final MetaWebhooks META = new MetaWebhooks(ACCOUNT.phoneNumberId(), ACCOUNT.appSecret());
  static final Instant AT = Instant.ofEpochSecond(1_795_449_600);
  static final Alias PHONE = new Alias(Kind.PHONE, "593991234567");
  static final Alias USER = new Alias(Kind.USER_ID, "EC.4417309982216605");
  static final Alias PARENT = new Alias(Kind.PARENT_USER_ID, "EC.ENT.7702214490061358");
  static final Sender LUCIA = sender("Lucía Andrade", PHONE, USER);

  private static final ResourcePatternResolver FOLDER = new PathMatchingResourcePatternResolver();

  private Examples() {}

  static WhatsAppSettings settings(URI graph) {
    return new WhatsAppSettings(
        new ChannelId("whatsapp"),
        new WorkspaceId(1),
        ACCOUNT.phoneNumberId(),
        ACCOUNT.accessToken(),
        ACCOUNT.appSecret(),
        "the-word",
        graph,
        80);
  }

  static WhatsAppChannel channel() {
    return channel(URI.create("http://127.0.0.1:9/v25.0"));
  }

  static WhatsAppChannel channel(URI graph) {
    return new WhatsAppChannel(
        settings(graph),
        (file, to) -> {},
        (wording, language) -> "Ver opciones",
        () -> Language.ES,
        Duration.ofSeconds(2));
  }

  static byte[] body(String name) {
    try {
      return FOLDER.getResource("classpath:whatsapp/" + name + ".json").getContentAsByteArray();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /// The names of all examples.
  static List<String> names() {
    try {
      return Stream.of(FOLDER.getResources("classpath*:whatsapp/*.json"))
          .map(it -> String.valueOf(it.getFilename()).replace(".json", ""))
          .sorted()
          .toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /// What the channel makes of an example, signed; the provider's own JSON taken out.
  static List<Arrival> arrivals(String name) {
    return arrivals(body(name)).stream().map(Examples::rawless).toList();
  }

  static List<Arrival> arrivals(byte[] body) {
    var translation =
        channel().translate(Map.of("x-hub-signature-256", META.signature(body)), body);
    return switch (translation) {
      case Translation.Arrivals(var arrivals) -> arrivals;
      case Translation.Forged _, Translation.Unreadable _ ->
          throw new AssertionError("not understood: " + translation);
    };
  }

  /// The id the example of that name gives its message.
  static String wamid(String name) {
    var bytes = ("\u001c\u0018\u000c593991234567" + name).getBytes(StandardCharsets.UTF_8);
    return "wamid." + Base64.getEncoder().encodeToString(bytes);
  }

  static Sender sender(String name, Alias... aliases) {
    return new Sender(List.of(aliases), Optional.of(name), Optional.empty());
  }

  private static Arrival rawless(Arrival arrival) {
    return switch (arrival) {
      case Arrival.Message it ->
          new Arrival.Message(
              it.externalId(), it.sender(), it.content(), it.at(), it.quotes(), it.media(), "");
      case Arrival.Echo it ->
          new Arrival.Echo(it.externalId(), it.to(), it.content(), it.at(), it.media(), "");
      case Arrival.Receipt it ->
          new Arrival.Receipt(
              it.externalId(), it.kind(), it.callback(), it.code(), it.reason(), it.at(), "");
      case Arrival.AliasChanged it ->
          new Arrival.AliasChanged(it.externalId(), it.previous(), it.current(), "");
      case Arrival.Unsupported it -> new Arrival.Unsupported(it.kind(), "");
    };
  }
}
