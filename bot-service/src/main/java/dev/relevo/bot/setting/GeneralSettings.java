package dev.relevo.bot.setting;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The settings that belong to the whole service: `RELEVO_DATA_DIR`, `RELEVO_PUBLIC_URL`,
/// `RELEVO_SECRET_KEY`. An empty text counts as not set.
@ConfigurationProperties("relevo")
record GeneralSettings(
    @DefaultValue("./data") Path dataDir,
    @DefaultValue("") String publicUrl,
    @DefaultValue("") String secretKey) {

  @Override
  public String toString() {
    return "GeneralSettings[dataDir=%s, publicUrl=%s, secretKey=…]".formatted(dataDir, publicUrl);
  }
}
