package dev.relevo.bot.responder;

import dev.relevo.bot.assistant.Assistant;
import dev.relevo.bot.assistant.Assistants;
import dev.relevo.bot.assistant.Engine;
import dev.relevo.bot.pace.Deadline;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Grounds;
import dev.relevo.crm.conversation.Transcript;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Wording;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Decides what to say: the assistant of the channel asks the matrix, then what stands behind it,
/// until one has something.
@Component
public class Responders {

  private static final Decision NOBODY =
      Decision.of(
          new Outcome.Fallback(
              new Grounds("fallback", "", 0, 0, 0, List.of(), List.of("nobody to answer"))));

  private final List<Responder> responders;
  private final Lookup lookup;
  private final Assistants assistants;
  private final Workspaces workspaces;
  private final ChannelTypes channelTypes;
  private final Clock clock;

  public Responders(
      List<Responder> responders,
      Lookup lookup,
      Assistants assistants,
      Workspaces workspaces,
      ChannelTypes channelTypes,
      Clock clock) {
    this.responders = responders.stream().sorted(Comparator.comparing(Responder::engine)).toList();
    this.lookup = lookup;
    this.assistants = assistants;
    this.workspaces = workspaces;
    this.channelTypes = channelTypes;
    this.clock = clock;
  }

  /// What the assistant of the message's channel decides. Never throws for what a customer can
  /// write. Changes nothing.
  public Decision respond(Transcript transcript, Deadline deadline) {
    var asking = asking(transcript, deadline);
    var assistant = asking.assistant();
    if (!assistant.enabled()) {
      return Decision.of(away(asking, "assistant off"));
    }
    var now = clock.instant().atZone(workspaces.find(asking.workspace()).zone());
    return assistant.manner().hours().answersAt(now)
        ? decide(asking)
        : Decision.of(away(asking, "not its hours"));
  }

  /// What a question would get, for people who look after the bot: the same way as a real message
  /// goes, without a contact and without consequences. The draft is trained first if it changed
  /// since.
  ///
  /// @param assistant whose persona, engine and bounds count
  public Trial tryOut(
      Assistant assistant, Matter matter, String text, Language language, Deadline deadline) {
    var decision = decide(trial(assistant, matter, text, language, deadline));
    return new Trial(decision, says(assistant.workspace(), decision.outcome(), language));
  }

  /// A question tried out with the workspace's general assistant, within a turn's time.
  public Trial tryOut(WorkspaceId workspace, Matter matter, String text, Language language) {
    return tryOut(assistants.general(workspace), matter, text, language, aTurn(workspace));
  }

  /// What the matrix alone would say to a question. Asks no model and costs nothing.
  public Trial look(WorkspaceId workspace, Matter matter, String text, Language language) {
    var assistant = assistants.general(workspace);
    var decision = lookup.look(trial(assistant, matter, text, language, aTurn(workspace)));
    return new Trial(decision, says(workspace, decision.outcome(), language));
  }

  /// What is said when nothing fits, with the way to a person.
  public Content.Choice fallback(WorkspaceId workspace, Language language) {
    return new Content.Choice(
        workspaces.text(workspace, Wording.FALLBACK, language),
        List.of(Options.person(workspaces.text(workspace, Wording.TALK_TO_A_PERSON, language))));
  }

  /// What the channel's assistant would say to the message if it had the floor, for the person who
  /// answers: from the matrix, then with the model where one is connected. Nothing is done, no tool
  /// is offered, nobody else is asked; of close rows the closest is taken.
  public Trial draft(Transcript transcript, Deadline deadline) {
    var asking = asking(transcript, deadline).drafting();
    var decision = decide(asking);
    if (decision.outcome() instanceof Outcome.Offer(var choice, _, _)) {
      var closest = choice.options().getFirst();
      decision = lookup.look(asking.saying(new Content.Picked(closest.id(), closest.label())));
    }
    return new Trial(decision, says(asking.workspace(), decision.outcome(), asking.language()));
  }

  private Deadline aTurn(WorkspaceId workspace) {
    return Deadline.in(workspaces.find(workspace).guards().turnDeadline());
  }

  private Asking asking(Transcript transcript, Deadline deadline) {
    var contact = transcript.contact();
    var channel = transcript.message().channel();
    var assistant = assistants.on(contact.workspace(), channel);
    return new Asking(
        contact.workspace(),
        assistant,
        Matter.PUBLISHED,
        channelTypes.type(channel),
        transcript.message().content(),
        transcript.before(),
        assistant.speaks().orElse(transcript.language()),
        contact.language(),
        Optional.of(transcript),
        Asking.Occasion.TURN,
        deadline);
  }

  private static Asking trial(
      Assistant assistant, Matter matter, String text, Language language, Deadline deadline) {
    return new Asking(
        assistant.workspace(),
        assistant,
        matter,
        "",
        new Content.Text(text),
        List.of(),
        assistant.speaks().orElse(language),
        Optional.of(language),
        Optional.empty(),
        Asking.Occasion.TRIAL,
        deadline);
  }

  private Decision decide(Asking asking) {
    var decision = NOBODY;
    for (var responder : chain(asking)) {
      decision = responder.respond(asking, decision);
    }
    return decision.settled();
  }

  private List<Responder> chain(Asking asking) {
    var engine = asking.assistant().engine();
    var chain =
        responders.stream()
            .filter(it -> it.engine() == Engine.MATRIX || it.engine() == engine)
            .toList();
    return chain.stream()
        .filter(it -> it.engine() != Engine.MATRIX && it.engaged(asking))
        .findFirst()
        .map(List::of)
        .orElse(chain);
  }

  private Outcome away(Asking asking, String why) {
    return new Outcome.Handoff(
        List.of(),
        "hours",
        Notes.away(workspaces.find(asking.workspace()).language(), why, asking.content().words()),
        Optional.empty(),
        List.of(),
        Optional.of(new Grounds("handoff", "", 0, 0, 0, List.of(), List.of(why))));
  }

  private List<Content> says(WorkspaceId workspace, Outcome outcome, Language language) {
    return switch (outcome) {
      case Outcome.Reply reply -> all(reply);
      case Outcome.Offer(var choice, _, _) -> List.of(choice);
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

  /// Which rows a question is tried on.
  public enum Matter {
    /// What customers are answered from.
    PUBLISHED,
    /// What they would be answered from if the draft were published now.
    DRAFT
  }
}
