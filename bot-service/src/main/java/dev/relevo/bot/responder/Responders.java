package dev.relevo.bot.responder;

import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Transcript;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Wording;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// Decides what to say, by asking one responder after the other until one has something.
@Component
public class Responders {

  private final List<Responder> chain;
  private final Tried tried;
  private final Workspaces workspaces;

  public Responders(List<Responder> chain, Tried tried, Workspaces workspaces) {
    this.chain = List.copyOf(chain);
    this.tried = tried;
    this.workspaces = workspaces;
  }

  /// The first outcome that is not a fallback; the last one when all are. Never throws for what a
  /// customer can write. Changes nothing.
  public Outcome respond(Transcript transcript) {
    Outcome outcome = new Outcome.Silence("nobody to answer");
    for (var responder : chain) {
      outcome = responder.respond(transcript);
      if (!(outcome instanceof Outcome.Fallback)) {
        return outcome;
      }
    }
    return outcome;
  }

  /// What a customer's question would get from the matrix, for people who curate it: the same way
  /// as a real message goes, without a contact and without consequences. The draft is trained first
  /// if it changed since.
  public Trial tryOut(WorkspaceId workspace, Matter matter, String text, Language language) {
    var trial = tried.tryOut(workspace, matter, text, language);
    return new Trial(
        trial.retrieval(), trial.outcome(), says(workspace, trial.outcome(), language));
  }

  /// What is said when nothing fits, with the way to a person.
  public Content.Choice fallback(WorkspaceId workspace, Language language) {
    return new Content.Choice(
        workspaces.text(workspace, Wording.FALLBACK, language),
        List.of(Options.person(workspaces.text(workspace, Wording.TALK_TO_A_PERSON, language))));
  }

  private List<Content> says(WorkspaceId workspace, Outcome outcome, Language language) {
    return switch (outcome) {
      case Outcome.Reply reply -> all(reply);
      case Outcome.Offer(var choice, _) -> List.of(choice);
      case Outcome.Handoff handoff when !handoff.contents().isEmpty() -> handoff.contents();
      case Outcome.Handoff _ ->
          List.of(
              new Content.Text(
                  workspaces.text(workspace, Wording.HANDOFF_SOMEONE_THERE, language)));
      case Outcome.Fallback _ -> List.of(fallback(workspace, language));
      case Outcome.Silence _, Outcome.Failure _ -> List.of();
    };
  }

  private static List<Content> all(Outcome.Reply reply) {
    var all = new ArrayList<>(reply.contents());
    reply.later().forEach(it -> all.addAll(it.contents()));
    return all;
  }

  /// What a channel is called in the matrix (`webchat`, `whatsapp-cloud`); implemented above, where
  /// channels are known.
  public interface ChannelTypes {

    /// Empty text for a channel that is gone.
    String type(ChannelId channel);
  }

  /// A responder that can be asked without a contact.
  public interface Tried {

    Trial tryOut(WorkspaceId workspace, Matter matter, String text, Language language);
  }

  /// Which rows a question is tried on.
  public enum Matter {
    /// What customers are answered from.
    PUBLISHED,
    /// What they would be answered from if the draft were published now.
    DRAFT
  }
}
