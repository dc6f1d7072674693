package dev.relevo.bot.standin;

import io.grpc.Status;
import java.time.Duration;

/// One way in which Dialogflow or the way to it fails.
public sealed interface DialogflowFault {

  /// The answer comes so much later.
  record Delay(Duration beforeAnswer) implements DialogflowFault {}

  /// The call fails and the conversation stands where it stood.
  record Fails(Status.Code code) implements DialogflowFault {}

  /// The conversation goes on, but the caller hears only that it failed: asking again would go a
  /// step too far.
  record AnswerLost(Status.Code code) implements DialogflowFault {}
}
