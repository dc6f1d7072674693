package dev.relevo.bot.copilot;

import dev.relevo.bot.pace.Deadline;
import dev.relevo.bot.turn.Summaries;
import dev.relevo.crm.conversation.Transcript;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Sums up for turns that end with a person.
@Component
final class TurnSummaries implements Summaries {

  private final SummingUp summingUp;
  private final Chats chats;

  TurnSummaries(SummingUp summingUp, Chats chats) {
    this.summingUp = summingUp;
    this.chats = chats;
  }

  @Override
  public Optional<String> sumUp(Transcript transcript, Deadline deadline) {
    return summingUp.handedOver(chats.chat(transcript), transcript.message().id(), deadline);
  }
}
