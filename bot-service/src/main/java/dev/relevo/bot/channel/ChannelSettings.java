package dev.relevo.bot.channel;

import dev.relevo.bot.setting.CannotStart;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the settings say about one channel, with ways to read it that refuse what is wrong in one
/// sentence. Says nothing of its values when printed: some are secrets.
///
/// @param where the setting's name without its last part: `relevo.channels[0]`
/// @param values the settings that only some channels have, by name: `app-secret`, `rate`
public record ChannelSettings(
    String where,
    ChannelId id,
    String type,
    WorkspaceId workspace,
    List<String> allowedOrigins,
    Map<String, String> values) {

  private static final int LONGEST = 4096;

  public ChannelSettings {
    allowedOrigins = List.copyOf(allowedOrigins);
    values = Map.copyOf(values);
  }

  /// The value of a setting the channel cannot do without; `purpose` says what it is.
  public String required(String name, String purpose) {
    return optional(name)
        .orElseThrow(() ->
            new CannotStart(
                "%s.%s is missing: channel \"%s\" needs %s.".formatted(where, name, id, purpose)));
  }

  /// The value, if set.
  public Optional<String> optional(String name) {
    var value =
        Optional.ofNullable(values.get(name)).map(String::strip).filter(it -> !it.isEmpty());
    if (value.isPresent() && !printable(value.get())) {
      throw wrong(name, "has more than 4096 characters, or characters that cannot be printed");
    }
    return value;
  }

  /// A web address without a slash at its end, if set. Plain http only to this machine.
  public Optional<URI> address(String name) {
    return optional(name).map(value -> address(name, value));
  }

  /// A number above zero, if set.
  public Optional<Double> positive(String name) {
    return optional(name).map(value -> positive(name, value));
  }

  /// The refusal of a value; `fault` continues the sentence that begins with the setting's name.
  public CannotStart wrong(String name, String fault) {
    return new CannotStart("%s.%s %s.".formatted(where, name, fault));
  }

  @Override
  public String toString() {
    return "%s (%s, %s)".formatted(where, id, type);
  }

  private static boolean printable(String value) {
    return value.length() <= LONGEST && value.chars().noneMatch(Character::isISOControl);
  }

  private URI address(String name, String value) {
    try {
      var address = new URI(value.replaceAll("/+$", ""));
      if (address.getHost() != null && address.getRawQuery() == null && reachable(address)) {
        return address;
      }
    } catch (URISyntaxException notAnAddress) {
      throw new CannotStart(
          "%s.%s is not a web address; write it like https://graph.facebook.com/v25.0."
              .formatted(where, name),
          notAnAddress);
    }
    throw wrong(
        name,
        "is not a web address that may be used; write it like https://graph.facebook.com/v25.0"
            + " (plain http only to this machine)");
  }

  private static boolean reachable(URI address) {
    var local = Set.of("localhost", "127.0.0.1", "[::1]").contains(address.getHost());
    return "https".equals(address.getScheme()) || (local && "http".equals(address.getScheme()));
  }

  private double positive(String name, String value) {
    try {
      var number = Double.parseDouble(value);
      if (number > 0 && number <= 1_000_000) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      throw new CannotStart(
          "%s.%s is \"%s\", which is not a number.".formatted(where, name, value), notANumber);
    }
    throw wrong(name, "is \"%s\", but must be above 0 and at most 1000000".formatted(value));
  }
}
