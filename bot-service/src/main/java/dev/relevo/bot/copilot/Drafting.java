package dev.relevo.bot.copilot;

import dev.relevo.bot.pace.Deadline;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.bot.responder.Responders;
import dev.relevo.bot.responder.Trial;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.Grounds;
import dev.relevo.crm.conversation.Message;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Drafts a reply as the bot would give it if it had the floor: the same rows, passages, model and
/// checks.
@Component
final class Drafting {

  private static final int BEFORE = 12;

  private final Responders responders;
  private final Conversations conversations;

  Drafting(Responders responders, Conversations conversations) {
    this.responders = responders;
    this.conversations = conversations;
  }

  Help draft(Message message, Deadline deadline) {
    return conversations.transcripts(List.of(message.id()), BEFORE).stream()
        .findFirst()
        .map(it -> help(responders.draft(it, deadline)))
        .orElseGet(() -> new Help.None(Why.NOTHING_SAID));
  }

  static Help help(Trial trial) {
    return switch (trial.outcome()) {
      case Outcome.Reply reply -> written(trial.says(), reply.grounds());
      case Outcome.Handoff handoff when !handoff.contents().isEmpty() ->
          handoff
              .grounds()
              .map(it -> written(trial.says(), it))
              .orElseGet(() -> new Help.None(Why.NOTHING_FOUND));
      case Outcome.Handoff handoff when handoff.reason().equals("guard") ->
          new Help.None(Why.SPENT);
      case Outcome.Fallback(var grounds, _) -> new Help.None(why(grounds));
      case Outcome.Handoff _, Outcome.Offer _, Outcome.Silence _ ->
          new Help.None(Why.NOTHING_FOUND);
      case Outcome.Failure _ -> new Help.None(Why.FAILED);
    };
  }

  private static Help written(List<Content> says, Grounds grounds) {
    var text =
        says.stream()
            .map(Content::words)
            .filter(it -> !it.isBlank())
            .collect(Collectors.joining("\n\n"));
    return text.isEmpty()
        ? new Help.None(Why.NOTHING_FOUND)
        : new Help.Written(text, sources(grounds));
  }

  /// What the model cited, else the row that was found.
  private static List<Grounds.Citation> sources(Grounds grounds) {
    if (!grounds.citations().isEmpty() || grounds.row().isEmpty()) {
      return grounds.citations();
    }
    var question =
        grounds.candidates().stream()
            .filter(it -> it.row().equals(grounds.row()))
            .map(Grounds.Candidate::question)
            .findFirst()
            .orElse("");
    return List.of(new Grounds.Citation("r:" + grounds.row(), question, ""));
  }

  private static Why why(Grounds grounds) {
    return grounds.reasons().stream()
        .flatMap(it -> Why.told(it).stream())
        .findFirst()
        .orElse(Why.NOTHING_FOUND);
  }
}
