package dev.relevo.bot.setting;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/// The settings that belong to the whole service: `RELEVO_DATA_DIR`, `RELEVO_PUBLIC_URL`,
/// `RELEVO_SECRET_KEY`, `RELEVO_SECRET_KEY_PREVIOUS`, `RELEVO_TRUSTED_PROXIES`. An empty text
/// counts as not set.
///
/// @param trustedProxies networks whose word on where a request came from is believed; only checked
///   here, Tomcat reads it (application.yaml)
@ConfigurationProperties("relevo")
record GeneralSettings(
    @DefaultValue("./data") Path dataDir,
    @DefaultValue("") String publicUrl,
    @DefaultValue("") String secretKey,
    @DefaultValue("") String secretKeyPrevious,
    @DefaultValue List<String> trustedProxies) {

  GeneralSettings {
    trustedProxies = List.copyOf(trustedProxies);
    trustedProxies.forEach(GeneralSettings::requireNetwork);
  }

  @Override
  public String toString() {
    return "GeneralSettings[dataDir=%s, publicUrl=%s, secretKey=…, trustedProxies=%s]"
        .formatted(dataDir, publicUrl, trustedProxies);
  }

  private static void requireNetwork(String text) {
    try {
      new IpAddressMatcher(text).matches("::1");
    } catch (IllegalArgumentException notANetwork) {
      throw new CannotStart(
          "RELEVO_TRUSTED_PROXIES has \"%s\", which is not an address or a network; write them like 10.0.0.0/8,192.168.1.7"
              .formatted(text),
          notANetwork);
    }
  }
}
