package dev.relevo.bot.channel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// `relevo.channels[n]` as written, not yet believed.
@ConfigurationProperties("relevo")
record ChannelList(@Nullable List<ChannelList.Written> channels) {

  List<Written> all() {
    return channels == null ? List.of() : channels;
  }

  /// One channel's settings; text all of it, so that every fault gets our own sentence.
  record Written(
      @Nullable String id,
      @Nullable String type,
      @Nullable String workspace,
      @Nullable List<String> allowedOrigins,
      @Nullable String phoneNumberId,
      @Nullable String accessToken,
      @Nullable String appSecret,
      @Nullable String verifyToken,
      @Nullable String graphUrl,
      @Nullable String rate) {

    List<String> origins() {
      return allowedOrigins == null ? List.of() : allowedOrigins;
    }

    Map<String, String> values() {
      var values = new HashMap<String, String>();
      put(values, "phone-number-id", phoneNumberId);
      put(values, "access-token", accessToken);
      put(values, "app-secret", appSecret);
      put(values, "verify-token", verifyToken);
      put(values, "graph-url", graphUrl);
      put(values, "rate", rate);
      return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
      Optional.ofNullable(value).ifPresent(it -> values.put(name, it));
    }

    /// Some of it is secret.
    @Override
    public String toString() {
      return "Written[id=" + id + ", type=" + type + "]";
    }
  }
}
