package dev.relevo.bot.channel;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A channel whose provider calls us at `/webhooks/{channelId}`.
public interface WebhookChannel extends Channel {

  /// The largest body it accepts, in bytes.
  int bodyLimit();

  /// The provider checks that the address is ours: the body to answer, or empty to refuse.
  Optional<String> confirm(Map<String, String> query);

  /// Verifies and translates one call.
  ///
  /// @param headers by lower-case name
  /// @param body as it came; signatures are over these bytes
  Translation translate(Map<String, String> headers, byte[] body);

  /// Fetches media a customer sent, by what [Arrival.Message#media] holds.
  Fetched fetch(Map<String, String> media);

  /// What a call says.
  sealed interface Translation {

    record Arrivals(List<Arrival> arrivals) implements Translation {
      public Arrivals {
        arrivals = List.copyOf(arrivals);
      }
    }

    /// The call is not from the provider. Nothing of it is kept.
    record Forged(String why) implements Translation {}

    /// From the provider, but not something we can read. Answered with 200 so that it is not
    /// repeated for days.
    record Unreadable(String why) implements Translation {}
  }

  /// Media from the provider.
  sealed interface Fetched {

    /// To be read to its end and closed by the caller.
    record Bytes(InputStream stream, String mime) implements Fetched {}

    record NotNow(String why) implements Fetched {}

    record Gone(String why) implements Fetched {}
  }
}
