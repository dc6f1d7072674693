package dev.relevo.bot.channel.whatsapp;

import dev.relevo.bot.channel.ChannelSettings;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.net.URI;

/// One business number at Meta's Cloud API.
///
/// @param graphUrl where the Graph API is, with its version and without a slash at the end
/// @param rate messages a second to all customers together
record WhatsAppSettings(
    ChannelId id,
    WorkspaceId workspace,
    String phoneNumberId,
    String accessToken,
    String appSecret,
    String verifyToken,
    URI graphUrl,
    double rate) {

  private static final URI META = URI.create("https://graph.facebook.com/v25.0");

  /// What Meta allows a number by default.
  private static final double RATE = 80;

  static WhatsAppSettings of(ChannelSettings settings) {
    return new WhatsAppSettings(
        settings.id(),
        settings.workspace(),
        phoneNumberId(settings),
        settings.required(
            "access-token",
            "the token of a system user that may send (whatsapp_business_messaging)"),
        settings.required("app-secret", "the app's secret, which signs what Meta sends"),
        settings.required("verify-token", "the word you will give Meta with the webhook's address"),
        settings.address("graph-url").orElse(META),
        settings.positive("rate").orElse(RATE));
  }

  private static String phoneNumberId(ChannelSettings settings) {
    var id =
        settings.required(
            "phone-number-id", "Meta's id of the business number (digits; not the number itself)");
    if (!id.matches("[0-9]{1,32}")) {
      throw settings.wrong(
          "phone-number-id", "is \"%s\", but Meta's id of a number has digits only".formatted(id));
    }
    return id;
  }

  /// Most of it is secret.
  @Override
  public String toString() {
    return "WhatsAppSettings[" + id + "]";
  }
}
