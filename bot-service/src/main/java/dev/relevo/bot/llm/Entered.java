package dev.relevo.bot.llm;

import dev.relevo.knowledge.fetch.WebAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// A connection as a person enters it.
///
/// @param key empty: the one that is kept, as long as the address stays
/// @param headers one a line, `Name: value`; empty: as with the key
/// @param prices one a line, `model=read/written`, per million tokens
public record Entered(String baseUrl, String model, String key, String headers, String prices) {

  private static final int LONGEST_KEY = 2_000;
  private static final int LONGEST_MODEL = 200;

  /// What cannot be taken.
  public enum Mistake {
    ADDRESS,
    /// Over plain http a key could be read on the way.
    ADDRESS_NOT_SECURE,
    MODEL,
    KEY,
    HEADERS,
    PRICES;

    /// The console's text that says it: `model.mistake.address-not-secure`.
    public String key() {
      return "model.mistake." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// What came of reading it.
  sealed interface Read {
    record Sound(Connection connection) implements Read {}

    record Wrong(List<Mistake> mistakes) implements Read {
      public Wrong {
        mistakes = List.copyOf(mistakes);
      }
    }
  }

  /// @param kept the connection there is: its secrets stay with its host, so that nobody who cannot
  ///   read them has them sent elsewhere
  Read read(Optional<Connection> kept, boolean anywhere) {
    var mistakes = new ArrayList<Mistake>();
    var address = address(anywhere, mistakes);
    var same = kept.filter(it -> it.baseUrl().equals(address));
    var sentHeaders =
        headers.isBlank()
            ? same.map(Connection::headers).orElse(Headers.NONE)
            : parsed(headers, Headers::of, Headers.NONE, Mistake.HEADERS, mistakes);
    var connection =
        new Connection(
            false,
            address,
            model.strip(),
            key.isBlank() ? same.map(Connection::key).orElse("") : key.strip(),
            sentHeaders,
            parsed(prices, Prices::of, Prices.NONE, Mistake.PRICES, mistakes));
    if (connection.model().isEmpty() || connection.model().length() > LONGEST_MODEL) {
      mistakes.add(Mistake.MODEL);
    }
    if (!connection.key().matches("[\\x21-\\x7e]{0," + LONGEST_KEY + "}")) {
      mistakes.add(Mistake.KEY);
    }
    return mistakes.isEmpty() ? new Read.Sound(connection) : new Read.Wrong(mistakes);
  }

  private URI address(boolean anywhere, List<Mistake> mistakes) {
    if (WebAddress.of(baseUrl) instanceof WebAddress.Sound(var uri)
        && uri.getQuery() == null
        && uri.getFragment() == null) {
      if (!anywhere && !"https".equals(uri.getScheme())) {
        mistakes.add(Mistake.ADDRESS_NOT_SECURE);
      }
      return URI.create(uri.toString().replaceAll("/+$", ""));
    }
    mistakes.add(Mistake.ADDRESS);
    return URI.create("https://invalid");
  }

  private static <T> T parsed(
      String text, Function<String, T> reader, T none, Mistake mistake, List<Mistake> mistakes) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException wrong) {
      mistakes.add(mistake);
      return none;
    }
  }

  /// Most of it is secret.
  @Override
  public String toString() {
    return "Entered[" + model + "]";
  }
}
