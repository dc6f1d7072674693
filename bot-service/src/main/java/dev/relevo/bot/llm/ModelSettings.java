package dev.relevo.bot.llm;

import dev.relevo.bot.setting.CannotStart;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The model of whoever runs Relevo: `RELEVO_MODEL_BASE_URL`, `_API_KEY`, `_NAME`, … It serves
/// every workspace that has none of its own.
///
/// @param baseUrl of any OpenAI-compatible endpoint, with its version; empty: no model
/// @param headers sent along, see [Headers]
/// @param prices see [Prices]
/// @param timeout the longest a call may take, whatever the deadline of who asks
/// @param rest how long a model that failed again and again is left alone
/// @param privateAddresses whether consoles may enter addresses that are not on the public internet
@ConfigurationProperties("relevo.model")
record ModelSettings(
    @DefaultValue("") String baseUrl,
    @DefaultValue("") String apiKey,
    @DefaultValue("") String name,
    @DefaultValue("") String headers,
    @DefaultValue("") String prices,
    @DefaultValue("12s") Duration timeout,
    @DefaultValue("15s") Duration rest,
    @DefaultValue("false") boolean privateAddresses) {

  ModelSettings {
    if (timeout.compareTo(Duration.ofSeconds(1)) < 0
        || timeout.compareTo(Duration.ofMinutes(2)) > 0) {
      throw new CannotStart(
          "RELEVO_MODEL_TIMEOUT is %s, but a call of a model may take 1s to 2m."
              .formatted(timeout));
    }
    if (rest.isNegative() || rest.isZero()) {
      throw new CannotStart("RELEVO_MODEL_REST must be longer than nothing, such as 15s.");
    }
    if (baseUrl.isBlank() && !name.isBlank()) {
      throw new CannotStart(
          "RELEVO_MODEL_NAME is set, but RELEVO_MODEL_BASE_URL is not; set it to the endpoint's address, such as https://api.openai.com/v1.");
    }
    if (!baseUrl.isBlank() && name.isBlank()) {
      throw new CannotStart(
          "RELEVO_MODEL_BASE_URL is set, but RELEVO_MODEL_NAME is not; set it to the model's name at that endpoint.");
    }
  }

  /// The connection they describe; empty when there is none.
  ///
  /// @throws CannotStart with what is wrong
  Optional<Connection> connection() {
    if (baseUrl.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        new Connection(
            true,
            address(),
            name.strip(),
            apiKey.strip(),
            read(
                headers,
                Headers::of,
                "RELEVO_MODEL_HEADERS cannot be read (%s); write it as \"Name: value; Other: value\"."),
            read(
                prices,
                Prices::of,
                "RELEVO_MODEL_PRICES cannot be read (%s); write it as \"model=0.15/0.60; other=2.50/10\", per million tokens read/written.")));
  }

  private URI address() {
    var text = baseUrl.strip().replaceAll("/+$", "");
    try {
      var uri = URI.create(text);
      if (uri.getHost() != null && text.matches("https?://[^@?#]+")) {
        return uri;
      }
    } catch (IllegalArgumentException notAnAddress) {
      // said below
    }
    throw new CannotStart(
        "RELEVO_MODEL_BASE_URL is \"%s\", but must be an address such as https://api.openai.com/v1, without a user, a query or a fragment."
            .formatted(baseUrl.contains("@") ? "not readable" : baseUrl));
  }

  private static <T> T read(String text, Function<String, T> reader, String sentence) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException wrong) {
      throw new CannotStart(sentence.formatted(wrong.getMessage()), wrong);
    }
  }

  /// Most of it is secret.
  @Override
  public String toString() {
    return "ModelSettings[" + name + "]";
  }
}
