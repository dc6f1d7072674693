package dev.relevo.crm.contact;

import java.util.regex.Pattern;

/// The id the settings give a channel, for example `whatsapp-quito`: lower-case letters, digits and
/// dashes, at most 40.
public record ChannelId(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  public ChannelId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a channel id has 1 to 40 lower-case letters, digits and dashes: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
