package dev.relevo.bot.channel.whatsapp;

import dev.relevo.bot.channel.Delivery;
import dev.relevo.bot.channel.Dispatch;
import dev.relevo.bot.channel.WebhookChannel;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.file.StoredFile;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Wording;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;

/// One business number at Meta's Cloud API.
final class WhatsAppChannel implements WebhookChannel {

  /// What Meta may send at once.
  static final int BODY = 3 * 1024 * 1024;

  /// Meta counts 24 hours by its own clock; five minutes are left for the difference.
  static final Duration WINDOW = Duration.ofHours(24).minusMinutes(5);

  static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration PER_CUSTOMER = Duration.ofSeconds(6);
  private static final int BURST = 45;

  private final WhatsAppSettings settings;
  private final Supplier<Language> language;
  private final Signature signature;
  private final MediaSource media;
  private final Sending sending;

  /// @param words what the workspace says, by language
  /// @param language of the people who read why something was not sent
  /// @param patience how long Meta may take for an answer
  WhatsAppChannel(
      WhatsAppSettings settings,
      Uploads.Source files,
      BiFunction<Wording, Language, String> words,
      Supplier<Language> language,
      Duration patience) {
    var api = new GraphApi(settings.graphUrl(), settings.accessToken(), patience);
    this.settings = settings;
    this.language = language;
    this.signature = new Signature(settings.appSecret());
    this.media = new MediaSource(api, settings.graphUrl(), settings.phoneNumberId());
    this.sending = new Sending(api, settings.phoneNumberId(), files, words, language);
  }

  @Override
  public ChannelId id() {
    return settings.id();
  }

  @Override
  public String type() {
    return WhatsAppType.NAME;
  }

  @Override
  public WorkspaceId workspace() {
    return settings.workspace();
  }

  @Override
  public Delivery deliver(Dispatch dispatch) {
    return sending.send(dispatch);
  }

  @Override
  public void typing(String message) {
    sending.typing(message);
  }

  @Override
  public List<Content> parts(Content content) {
    return Pieces.of(content);
  }

  @Override
  public Optional<Content.MediaKind> carries(StoredFile file) {
    return file.known() ? Medium.of(file.mime(), file.size()) : Optional.empty();
  }

  @Override
  public Pace pace() {
    return new Pace(settings.rate(), PER_CUSTOMER, BURST);
  }

  @Override
  public Optional<Duration> window() {
    return Optional.of(WINDOW);
  }

  @Override
  public int bodyLimit() {
    return BODY;
  }

  @Override
  public Optional<String> confirm(Map<String, String> query) {
    var ours =
        "subscribe".equals(query.get("hub.mode"))
            && Signature.same(query.getOrDefault("hub.verify_token", ""), settings.verifyToken());
    return ours ? Optional.ofNullable(query.get("hub.challenge")) : Optional.empty();
  }

  @Override
  public Translation translate(Map<String, String> headers, byte[] body) {
    var header = headers.get("x-hub-signature-256");
    if (header == null) {
      return new Translation.Forged("not signed");
    }
    if (!signature.signs(header, body)) {
      return new Translation.Forged("signed by somebody else");
    }
    try {
      var call = Wire.read(body);
      return call.isObject()
          ? new Translation.Arrivals(
              new WebhookReader(settings.phoneNumberId(), language).read(call))
          : new Translation.Unreadable("not an object");
    } catch (JacksonException notJson) {
      return new Translation.Unreadable(notJson.getClass().getSimpleName());
    }
  }

  @Override
  public Fetched fetch(Map<String, String> reference) {
    return media.fetch(reference);
  }

  @Override
  public String toString() {
    return settings.toString();
  }
}
