package dev.relevo.bot.responder.dialogflow;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How agents are spoken with.
///
/// @param welcome whether a contact's first message becomes the event `WELCOME`, their words going
///   along in the payload
/// @param textLimit of what is put to the agent, in characters; the whole goes along in the payload
/// @param misses after so many in a row a person is asked in
/// @param handoffPointers where a custom payload says that it hands off: JSON pointers to `true`,
///   `"handoff"` or an object
@Validated
@ConfigurationProperties("relevo.dialogflow")
record MannerSettings(
    @DefaultValue("false") boolean welcome,
    @DefaultValue("256") @Min(20) @Max(30_000) int textLimit,
    @DefaultValue("3") @Min(1) int misses,
    @DefaultValue({"/handoff", "/live_agent", "/action"}) List<String> handoffPointers) {

  MannerSettings {
    handoffPointers = List.copyOf(handoffPointers);
  }
}
