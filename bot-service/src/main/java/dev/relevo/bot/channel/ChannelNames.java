package dev.relevo.bot.channel;

import dev.relevo.crm.contact.ChannelId;
import java.util.Optional;
import java.util.regex.Pattern;

/// Channel ids as strangers write them.
final class ChannelNames {

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  private ChannelNames() {}

  static Optional<ChannelId> id(String name) {
    return FORM.matcher(name).matches() ? Optional.of(new ChannelId(name)) : Optional.empty();
  }
}
