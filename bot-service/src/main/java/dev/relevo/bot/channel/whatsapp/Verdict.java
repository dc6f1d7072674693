package dev.relevo.bot.channel.whatsapp;

import dev.relevo.bot.channel.Delivery;
import dev.relevo.bot.channel.Delivery.Scope;
import dev.relevo.bot.channel.whatsapp.GraphApi.Reply;
import dev.relevo.crm.workspace.Language;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// What an answer of Meta's means for what was sent.
final class Verdict {

  private static final Duration MAINTENANCE = Duration.ofSeconds(30);
  private static final int MAINTENANCE_CODE = 131057;

  private final Patience patience = new Patience();
  private final Supplier<Language> language;

  /// @param language the sentences' language
  Verdict(Supplier<Language> language) {
    this.language = language;
  }

  /// @param to whom it was for
  /// @param reference our name for it
  Delivery of(Reply<byte[]> reply, String to, String reference) {
    return switch (reply) {
      case Reply.Answered<byte[]>(var status, var body) ->
          answered(status, read(body), to, reference);
      case Reply.Unreached<byte[]> _ ->
          new Delivery.RetryLater(
              "unreached", say(Fault.UNAVAILABLE), Optional.empty(), Scope.CHANNEL);
      case Reply.Lost<byte[]>(var why) -> new Delivery.Unknown(why);
    };
  }

  private Delivery answered(int status, JsonNode body, String to, String reference) {
    if (status / 100 == 2) {
      return accepted(body, to);
    }
    var error = body.path("error");
    var code = error.path("code");
    return code.isIntegralNumber() && code.canConvertToInt()
        ? refused(code.intValue(), to, reference)
        : wordless(status);
  }

  private Delivery accepted(JsonNode body, String to) {
    var messages = Wire.items(body, "messages");
    var id = messages.isEmpty() ? "" : Wire.text(messages.getFirst(), "id");
    if (id.isBlank() || id.length() > 300) {
      return new Delivery.Unknown("WhatsApp said yes, but named no message");
    }
    patience.accepted(to);
    return new Delivery.Accepted(id);
  }

  private Delivery refused(int number, String to, String reference) {
    var code = Integer.toString(number);
    var rule = Fault.of(number);
    if (rule.isEmpty()) {
      return new Delivery.Refused(code, say(Fault.REFUSED) + " (" + code + ")");
    }
    var why = say(rule.get());
    return switch (rule.get().remedy()) {
      case RETRY -> later(code, why, Optional.empty(), Scope.PARCEL);
      case RETRY_ONCE ->
          patience.firstTime(reference)
              ? later(code, why, Optional.empty(), Scope.PARCEL)
              : new Delivery.Refused(code, why);
      case SPARE_CUSTOMER -> later(code, why, Optional.of(patience.customer(to)), Scope.CUSTOMER);
      case SPARE_CHANNEL ->
          later(
              code,
              why,
              Optional.of(number == MAINTENANCE_CODE ? MAINTENANCE : patience.channel()),
              Scope.CHANNEL);
      case REFUSE -> new Delivery.Refused(code, why);
      case PAUSE -> new Delivery.ChannelPaused(code, why);
    };
  }

  /// A status alone, from whatever stands before Meta's service.
  private Delivery wordless(int status) {
    var code = "http-" + status;
    if (status >= 500) {
      return later(code, say(Fault.UNAVAILABLE), Optional.empty(), Scope.PARCEL);
    }
    if (status == 429) {
      return later(code, say(Fault.NUMBER_FLOODED), Optional.of(patience.channel()), Scope.CHANNEL);
    }
    return new Delivery.Refused(code, say(Fault.REFUSED) + " (HTTP " + status + ")");
  }

  private String say(Fault fault) {
    return fault.in(language.get());
  }

  private static Delivery later(String code, String why, Optional<Duration> after, Scope scope) {
    return new Delivery.RetryLater(code, why, after, scope);
  }

  static JsonNode read(byte[] body) {
    try {
      return Wire.read(body);
    } catch (JacksonException notJson) {
      return MissingNode.getInstance();
    }
  }
}
