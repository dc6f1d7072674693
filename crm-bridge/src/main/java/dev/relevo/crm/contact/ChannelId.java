package dev.relevo.crm.contact;

/// The id the settings give a channel, for example `whatsapp-quito`: lower-case letters, digits and
/// dashes, at most 40.
public record ChannelId(String value) {

  public ChannelId {
    if (!value.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw new IllegalArgumentException(
          "a channel id has 1 to 40 lower-case letters, digits and dashes: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
