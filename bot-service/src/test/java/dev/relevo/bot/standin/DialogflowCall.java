package dev.relevo.bot.standin;

import com.google.protobuf.Struct;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One `DetectIntent` as it arrived.
///
/// @param number counts from 1 in the order in which calls were read
/// @param session the last part of the session's name
/// @param text what was said; empty for an event
/// @param event the event's name; empty for a text
/// @param parameters the session parameters that were sent along
/// @param payload what is meant for the agent's webhook
/// @param routing the header `x-goog-request-params`
/// @param deadline how long the caller was still willing to wait
/// @param together how many calls of this session were under way, this one included
public record DialogflowCall(
    int number,
    Instant at,
    String session,
    String text,
    String event,
    String language,
    Struct parameters,
    Struct payload,
    String channel,
    Optional<String> routing,
    Optional<Duration> deadline,
    int together) {}
