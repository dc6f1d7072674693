package dev.relevo.bot.channel;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// @param mediaLimit the largest file taken from a customer: `relevo.media-limit`
@ConfigurationProperties("relevo")
record MediaSettings(@DefaultValue("25MB") DataSize mediaLimit) {

  /// In bytes.
  long limit() {
    return mediaLimit.toBytes();
  }
}
