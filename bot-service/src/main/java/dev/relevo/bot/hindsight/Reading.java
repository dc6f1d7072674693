package dev.relevo.bot.hindsight;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.ConversationId;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.Entry;
import dev.relevo.crm.conversation.Event;
import dev.relevo.crm.conversation.Grounds;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.gap.Decision;
import dev.relevo.knowledge.gap.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Translates entries of the journal into what they say about the matrix. Changes nothing.
@Component
final class Reading {

  private static final String SENT = "message.sent";
  private static final String RECEIVED = "message.received";
  private static final String HANDED_OVER = "handoff.opened";

  /// The kinds of events that may say something.
  static final Set<String> KINDS = Set.of(SENT, RECEIVED, HANDED_OVER);

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  private final Conversations conversations;
  private final Contacts contacts;
  private final Workspaces workspaces;

  Reading(Conversations conversations, Contacts contacts, Workspaces workspaces) {
    this.conversations = conversations;
    this.contacts = contacts;
    this.workspaces = workspaces;
  }

  /// Entries of contacts or messages that are gone say nothing.
  List<Fact> facts(List<Entry> entries) {
    var messages = conversations.messages(named(entries));
    var people =
        contacts.languages(messages.values().stream().map(Message::contact).distinct().toList());
    var facts = new ArrayList<Fact>();
    for (var entry : entries) {
      fact(entry, messages, people).ifPresent(facts::add);
    }
    return facts;
  }

  private Optional<Fact> fact(
      Entry entry, Map<MessageId, Message> messages, Map<ContactId, Optional<Language>> people) {
    var event = entry.event();
    if (event.contact().isEmpty()) {
      return Optional.empty();
    }
    var question =
        id(event, "answers")
            .flatMap(it -> Optional.ofNullable(messages.get(it)))
            .flatMap(it -> question(event.workspace(), it, people));
    var message = id(event, "message").flatMap(it -> Optional.ofNullable(messages.get(it)));
    return switch (event.kind()) {
      case SENT ->
          switch (event.actor()) {
            case Author.Bot _ -> question.flatMap(q -> message.flatMap(it -> decided(q, it)));
            case Author.Person _, Author.Echo _ -> message.flatMap(it -> spoke(event, entry, it));
            case Author.Customer _, Author.Automatic _ -> Optional.empty();
          };
      case RECEIVED -> message.flatMap(it -> voted(event, entry, it));
      case HANDED_OVER ->
          Optional.of(
              new Fact.HandedOff(
                  event.workspace().value(),
                  event.contact().get().value(),
                  question,
                  event.data().getOrDefault("reason", ""),
                  entry.at()));
      default -> Optional.empty();
    };
  }

  private Optional<Fact.Question> question(
      WorkspaceId workspace, Message message, Map<ContactId, Optional<Language>> people) {
    return Optional.ofNullable(people.get(message.contact()))
        .map(language -> question(workspace, message, language));
  }

  /// A customer's message as a question.
  ///
  /// @param language the customer's, where it is known
  Fact.Question question(WorkspaceId house, Message message, Optional<Language> language) {
    var workspace = workspaces.find(house);
    return new Fact.Question(
        workspace.id().value(),
        message.contact().value(),
        number(message.conversation()),
        message.id().value(),
        Said.words(message.content()),
        language.orElse(workspace.language()).code(),
        !(message.content() instanceof Content.Picked),
        LocalDate.ofInstant(message.at(), workspace.zone()),
        message.at());
  }

  private static Optional<Fact> decided(Fact.Question question, Message answer) {
    return answer
        .grounds()
        .flatMap(grounds ->
            decision(grounds)
                .map(decision ->
                    new Fact.Decided(
                        question,
                        decision,
                        best(grounds),
                        decision == Decision.OFFER ? offered(answer) : List.of(),
                        grounds.score(),
                        grounds.threshold(),
                        grounds.version(),
                        answer.id().value())));
  }

  /// Empty for words that no question of the matrix led to.
  private static Optional<Decision> decision(Grounds grounds) {
    return switch (grounds.decision()) {
      case "reply" -> answered(grounds).isEmpty() ? Optional.empty() : Optional.of(Decision.ANSWER);
      case "offer" -> Optional.of(Decision.OFFER);
      case "fallback", "abstain" -> Optional.of(Decision.FALLBACK);
      case "handoff" -> Optional.of(Decision.HANDOFF);
      default -> Optional.empty();
    };
  }

  private static String best(Grounds grounds) {
    return answered(grounds)
        .or(() -> grounds.candidates().stream().map(Grounds.Candidate::row).findFirst())
        .orElse("");
  }

  /// The row that was answered, or the first one a model's answer stands on.
  private static Optional<String> answered(Grounds grounds) {
    return grounds.row().isEmpty()
        ? grounds.citations().stream().flatMap(it -> it.row().stream()).findFirst()
        : Optional.of(grounds.row());
  }

  private static List<String> offered(Message answer) {
    return Said.rows(answer.content());
  }

  private static Optional<Fact> spoke(Event event, Entry entry, Message message) {
    return Optional.of(
        new Fact.PersonSpoke(
            event.workspace().value(),
            message.contact().value(),
            number(message.conversation()),
            Said.words(message.content()),
            entry.at()));
  }

  private Optional<Fact> voted(Event event, Entry entry, Message message) {
    return message.content() instanceof Content.Reaction(var emoji, var to)
        ? conversations
            .message(event.workspace(), message.channel(), to)
            .filter(it -> it.author() instanceof Author.Bot && it.grounds().isPresent())
            .filter(it -> it.contact().equals(message.contact()))
            .flatMap(it -> voted(event, entry, it, Said.vote(emoji)))
        : Optional.empty();
  }

  private static Optional<Fact> voted(
      Event event, Entry entry, Message answer, Optional<Optional<Boolean>> vote) {
    return vote.map(helped ->
        new Fact.Voted(
            event.workspace().value(),
            answer.contact().value(),
            answer.id().value(),
            helped,
            entry.at()));
  }

  /// The messages that must be read: answers with their questions, a person's words, reactions.
  private static Set<MessageId> named(List<Entry> entries) {
    var ids = new HashSet<MessageId>();
    for (var entry : entries) {
      var event = entry.event();
      id(event, "answers").ifPresent(ids::add);
      var quiet = event.data().getOrDefault("quiet", "").equals("true");
      if (event.kind().equals(SENT) || (event.kind().equals(RECEIVED) && quiet)) {
        id(event, "message").ifPresent(ids::add);
      }
    }
    return ids;
  }

  private static Optional<MessageId> id(Event event, String key) {
    return Optional.ofNullable(event.data().get(key))
        .filter(it -> NUMBER.matcher(it).matches())
        .map(it -> new MessageId(Long.parseLong(it)));
  }

  private static OptionalLong number(Optional<ConversationId> conversation) {
    return conversation.map(it -> OptionalLong.of(it.value())).orElseGet(OptionalLong::empty);
  }
}
