package dev.relevo.bot.setting;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GeneralSettings.class)
final class SettingBeans {

  private static final String KEY_FILE = "secret.key";

  @Bean
  DataDirectory dataDirectory(GeneralSettings settings) {
    return new DataDirectory(settings.dataDir());
  }

  /// After the other settings: a start that one of them refuses makes nothing on the disk. It may
  /// be open already, with the database in it.
  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean
  @DependsOn("publicUrl")
  DataFolder dataFolder(DataDirectory directory) {
    return directory.open();
  }

  @Bean
  PublicUrl publicUrl(GeneralSettings settings, Environment environment) {
    return PublicUrl.of(settings.publicUrl(), () -> port(environment));
  }

  @Bean
  Secrets secrets(GeneralSettings settings, DataFolder folder) {
    var key = key("RELEVO_SECRET_KEY", settings.secretKey());
    var previous = key("RELEVO_SECRET_KEY_PREVIOUS", settings.secretKeyPrevious());
    var current = key.orElseGet(() -> bytes(folder.kept(KEY_FILE, SettingBeans::freshKey)));
    return new Secrets(current, previous);
  }

  private static Optional<byte[]> key(String name, String setting) {
    var key = setting.strip();
    if (!key.isEmpty() && key.length() < 32) {
      throw new CannotStart(
          "%s has %d characters and needs at least 32; `openssl rand -hex 32` makes a good one."
              .formatted(name, key.length()));
    }
    return key.isEmpty() ? Optional.empty() : Optional.of(bytes(key));
  }

  private static byte[] bytes(String key) {
    return key.getBytes(StandardCharsets.UTF_8);
  }

  private static String freshKey() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// The port really bound, also when the setting was 0; before the server runs, the one asked for.
  private static int port(Environment environment) {
    Integer bound = environment.getProperty("local.server.port", Integer.class);
    return bound != null ? bound : environment.getProperty("server.port", Integer.class, 8080);
  }
}
