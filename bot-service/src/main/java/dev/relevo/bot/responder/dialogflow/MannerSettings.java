package dev.relevo.bot.responder.dialogflow;

import dev.relevo.bot.setting.CannotStart;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How agents are spoken with.
///
/// @param welcome whether a contact's first message becomes the event `WELCOME`, their words going
///   along in the payload
/// @param textLimit of what is put to the agent, in characters; the whole goes along in the payload
/// @param misses after so many in a row a person is asked in
/// @param handoffPointers where a custom payload says that it hands off: JSON pointers to `true`,
///   `"handoff"` or an object
@ConfigurationProperties("relevo.dialogflow")
record MannerSettings(
    @DefaultValue("false") boolean welcome,
    @DefaultValue("256") int textLimit,
    @DefaultValue("3") int misses,
    @DefaultValue({"/handoff", "/live_agent", "/action"}) List<String> handoffPointers) {

  MannerSettings {
    handoffPointers = List.copyOf(handoffPointers);
    if (textLimit < 20 || textLimit > 30_000) {
      throw new CannotStart(
          "relevo.dialogflow.text-limit is %d, but must be between 20 and 30000; 256 is usual."
              .formatted(textLimit));
    }
    if (misses < 1) {
      throw new CannotStart(
          "relevo.dialogflow.misses is %d, but must be at least 1; 3 is usual.".formatted(misses));
    }
  }
}
