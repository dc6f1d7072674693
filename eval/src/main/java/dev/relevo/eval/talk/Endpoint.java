package dev.relevo.eval.talk;

import dev.relevo.bot.standin.ModelStandIn;
import java.util.HashMap;
import java.util.Map;

/// Where a language model is reached.
///
/// @param url with its version; empty text: no model at all
/// @param key empty text when none is needed
public record Endpoint(String url, String key, String name) {

  /// The matrix stands alone.
  public static final Endpoint NONE = new Endpoint("", "", "");

  /// That stand-in on this machine.
  public static Endpoint of(ModelStandIn standIn) {
    return new Endpoint(standIn.url().toString(), "key", ModelStandIn.MODEL);
  }

  Map<String, String> settings() {
    var settings = new HashMap<String, String>();
    if (!url.isBlank()) {
      settings.put("relevo.model.base-url", url);
      settings.put("relevo.model.api-key", key);
      settings.put("relevo.model.name", name);
    }
    return settings;
  }
}
