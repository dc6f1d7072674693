package dev.relevo.bot.responder;

import dev.relevo.bot.assistant.Assistant;
import dev.relevo.bot.pace.Deadline;
import dev.relevo.crm.conversation.Transcript;
import java.time.Duration;
import java.util.Optional;

/// What responders are asked in tests.
public final class Askings {

  private Askings() {}

  /// A customer's message, as the turn would have it answered.
  public static Asking of(Transcript transcript, Assistant assistant, String channelType) {
    return new Asking(
        transcript.contact().workspace(),
        assistant,
        Responders.Matter.PUBLISHED,
        channelType,
        transcript.message().content(),
        transcript.before(),
        assistant.speaks().orElse(transcript.language()),
        transcript.contact().language(),
        Optional.of(transcript),
        Asking.Occasion.TURN,
        Deadline.in(Duration.ofSeconds(12)));
  }
}
