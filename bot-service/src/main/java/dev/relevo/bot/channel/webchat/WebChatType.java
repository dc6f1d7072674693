package dev.relevo.bot.channel.webchat;

import dev.relevo.bot.channel.Channel;
import dev.relevo.bot.channel.ChannelSettings;
import dev.relevo.bot.channel.ChannelType;
import java.net.URI;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Opens web chats.
@Component
final class WebChatType implements ChannelType {

  @Override
  public String name() {
    return WebChatChannel.TYPE;
  }

  @Override
  public Channel open(ChannelSettings settings) {
    var origins =
        settings.allowedOrigins().stream()
            .map(it -> origin(settings, it.strip()))
            .collect(Collectors.toUnmodifiableSet());
    return new WebChatChannel(settings.id(), settings.workspace(), origins);
  }

  private static String origin(ChannelSettings settings, String written) {
    var text = written.toLowerCase(Locale.ROOT);
    if (!text.matches("https?://[a-z0-9.\\[\\]:-]+") || !Origins.isOrigin(text)) {
      throw settings.wrong(
          "allowed-origins",
          "names \"%s\", but an origin is written like https://www.example.com, without a path"
              .formatted(written));
    }
    return Origins.of(URI.create(text));
  }
}
