package dev.relevo.bot.channel.whatsapp;

import static dev.relevo.bot.channel.whatsapp.WireJson.quote;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Webhooks as Meta writes them: built, signed, sent. Needs nothing but a JDK.
///
/// @param phoneNumberId the business number they are for
/// @param appSecret signs them
public record MetaWebhooks(String phoneNumberId, String appSecret) {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /// A customer wrote text.
  ///
  /// @param from digits of the phone, no `+`
  public String text(String from, String name, String wamid, Instant at, String body) {
    return message(
        from,
        name,
        """
        {"from":%s,"id":%s,"timestamp":"%d","type":"text","text":{"body":%s}}\
        """
            .formatted(quote(from), quote(wamid), at.getEpochSecond(), quote(body)));
  }

  /// A customer tapped a reply button of the message `of`.
  public String tapped(
      String from, String name, String wamid, Instant at, String of, String id, String title) {
    return message(
        from,
        name,
        """
        {"context":{"from":"59326001234","id":%s},"from":%s,"id":%s,"timestamp":"%d",\
        "type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":%s,"title":%s}}}\
        """
            .formatted(
                quote(of),
                quote(from),
                quote(wamid),
                at.getEpochSecond(),
                quote(id),
                quote(title)));
  }

  /// A customer sent any message, given as Meta's own JSON of it.
  public String message(String from, String name, String message) {
    return messages(
        "{\"profile\":{\"name\":%s},\"wa_id\":%s}".formatted(quote(name), quote(from)), message);
  }

  /// Several messages in one call; both given as JSON, separated by commas.
  public String messages(String contacts, String messages) {
    return change("\"contacts\":[%s],\"messages\":[%s]".formatted(contacts, messages));
  }

  /// What became of a message of ours.
  ///
  /// @param status `sent`, `delivered`, `read`
  public String status(String wamid, String status, String to, String reference, Instant at) {
    return statuses(List.of(statusObject(wamid, status, to, reference, at, "")));
  }

  /// Several of these in one call.
  ///
  /// @param statuses each as [#statusObject] gives it
  String statuses(List<String> statuses) {
    return change("\"statuses\":[%s]".formatted(String.join(",", statuses)));
  }

  /// A message of ours that Meta took and then could not deliver.
  public String failed(String wamid, String to, String reference, Instant at, int code) {
    var errors =
        ",\"errors\":[{\"code\":%d,\"title\":\"Failed\",\"message\":\"Failed\",\"error_data\":{\"details\":\"Failed\"}}]"
            .formatted(code);
    return statuses(List.of(statusObject(wamid, "failed", to, reference, at, errors)));
  }

  /// The envelope around one change of the field `messages`.
  public String change(String inner) {
    return """
    {"object":"whatsapp_business_account","entry":[{"id":"298877665544332","changes":[{"value":{\
    "messaging_product":"whatsapp","metadata":{"display_phone_number":"59326001234",\
    "phone_number_id":%s},%s},"field":"messages"}]}]}\
    """
        .formatted(quote(phoneNumberId), inner);
  }

  /// The value of `X-Hub-Signature-256`.
  public String signature(byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Signs and sends; the HTTP status, or 0 when nobody answered.
  public int post(URI webhook, String body) throws InterruptedException {
    return post(webhook, body.getBytes(StandardCharsets.UTF_8));
  }

  /// Signs and sends; the HTTP status, or 0 when nobody answered.
  public int post(URI webhook, byte[] body) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(webhook)
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .header("X-Hub-Signature-256", signature(body))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException nobody) {
      return 0;
    }
  }

  static String statusObject(
      String wamid, String status, String to, String reference, Instant at, String more) {
    var callback =
        reference.isEmpty() ? "" : ",\"biz_opaque_callback_data\":%s".formatted(quote(reference));
    return """
    {"id":%s,"status":%s,"timestamp":"%d","recipient_id":%s%s%s}\
    """
        .formatted(quote(wamid), quote(status), at.getEpochSecond(), quote(to), callback, more);
  }
}
