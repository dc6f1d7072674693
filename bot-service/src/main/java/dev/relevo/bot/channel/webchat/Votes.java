package dev.relevo.bot.channel.webchat;

import dev.relevo.bot.channel.Arrival;
import dev.relevo.bot.channel.Intake;
import dev.relevo.bot.problem.Problem;
import dev.relevo.bot.problem.Refused;
import dev.relevo.crm.contact.Address;
import dev.relevo.crm.contact.Sender;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whether an answer helped. A vote is stored as the reaction any other channel has for it, the
/// last one counts.
@Component
final class Votes {

  private static final Map<String, String> EMOJI = Map.of("up", "👍", "down", "👎", "none", "");

  private final Conversations conversations;
  private final Workspaces workspaces;
  private final Intake intake;
  private final Clock clock;

  Votes(Conversations conversations, Workspaces workspaces, Intake intake, Clock clock) {
    this.conversations = conversations;
    this.workspaces = workspaces;
    this.intake = intake;
    this.clock = clock;
  }

  /// What a page sends.
  ///
  /// @param clientId as of a message: the same one again is the same vote
  /// @param vote `up`, `down`, or `none` to take it back
  record Cast(@Nullable String clientId, @Nullable String vote) {}

  /// Whether the visitor is asked of this message.
  boolean asks(WorkspaceId workspace, Message message) {
    return isAnswer(message) && workspaces.find(workspace).curation().asksWhetherHelpful();
  }

  /// Stores a vote on the message with that place in the visitor's thread.
  void take(Visiting visiting, Address address, long id, Cast cast) {
    var emoji = Optional.ofNullable(cast.vote()).map(EMOJI::get);
    if (emoji.isEmpty() || !Said.isClientId(cast.clientId())) {
      throw new Refused(Problem.NOT_READABLE);
    }
    var answer =
        conversations.messages(address.contact(), id + 1, 1).stream()
            .filter(it -> it.sequence() == id && it.address().equals(address.id()))
            .filter(it -> asks(visiting.channel().workspace(), it))
            .findFirst()
            .orElseThrow(() -> new Refused(Problem.ANSWER_UNKNOWN));
    var reaction = new Content.Reaction(emoji.get(), WebChatChannel.externalId(answer.id()));
    intake.accept(visiting.channel(), List.of(arrival(visiting, cast, reaction)));
  }

  private Arrival arrival(Visiting visiting, Cast cast, Content reaction) {
    return new Arrival.Message(
        visiting.visitor().externalId(String.valueOf(cast.clientId())),
        new Sender(
            List.of(visiting.visitor().alias()),
            Optional.empty(),
            Optional.of(visiting.language())),
        reaction,
        Optional.of(clock.instant()),
        Optional.empty(),
        Map.of(),
        "{}");
  }

  /// A vote in the words of the protocol; empty for a reaction that is none, or to what is gone.
  Optional<Map<String, Object>> words(Content.Reaction reaction) {
    var vote =
        EMOJI.entrySet().stream().filter(it -> it.getValue().equals(reaction.emoji())).findFirst();
    return vote.flatMap(it ->
        WebChatChannel.message(reaction.to())
            .flatMap(conversations::message)
            .map(Message::sequence)
            .map(to -> Map.<String, Object>of("type", "vote", "to", to, "vote", it.getKey())));
  }

  /// Words of a row, not a file sent along.
  private static boolean isAnswer(Message message) {
    return message.author() instanceof Author.Bot
        && (message.content() instanceof Content.Text
            || message.content() instanceof Content.Choice)
        && message
            .grounds()
            .filter(it -> it.decision().equals("reply") && !it.row().isEmpty())
            .isPresent();
  }
}
