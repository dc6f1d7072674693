package dev.relevo.bot.llm;

import java.net.URI;

/// A request as it leaves for the provider.
public final class AsSent {

  private AsSent() {}

  public static String body(Ask ask) {
    var connection =
        new Connection(
            false,
            URI.create("http://localhost/v1"),
            "gpt-4o-mini",
            "key",
            Headers.NONE,
            Prices.NONE);
    return Composing.compose(connection, connection.model(), ask, Dialect.FULL).held().body();
  }
}
