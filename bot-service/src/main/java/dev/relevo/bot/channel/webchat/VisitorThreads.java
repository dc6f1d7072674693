package dev.relevo.bot.channel.webchat;

import dev.relevo.bot.setting.Secrets;
import dev.relevo.crm.contact.Address;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.Floor;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.MessageState;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What a visitor may read: the messages of their own address, as far as they were delivered. A
/// contact may have other addresses (a phone, another browser); what was said there stays there.
@Component
final class VisitorThreads {

  static final int PAGE = 50;

  private static final Set<MessageState> DELIVERED =
      EnumSet.of(
          MessageState.RECEIVED, MessageState.SENT, MessageState.DELIVERED, MessageState.READ);

  private final Contacts contacts;
  private final Conversations conversations;
  private final Floor floor;
  private final Speakers speakers;
  private final Contents contents;
  private final Votes votes;
  private final Secrets secrets;

  VisitorThreads(
      Contacts contacts,
      Conversations conversations,
      Floor floor,
      Speakers speakers,
      Contents contents,
      Votes votes,
      Secrets secrets) {
    this.contacts = contacts;
    this.conversations = conversations;
    this.floor = floor;
    this.speakers = speakers;
    this.contents = contents;
    this.votes = votes;
    this.secrets = secrets;
  }

  /// The visitor's address; empty before their first message.
  Optional<Address> address(WebChatChannel channel, Visitor visitor) {
    return contacts.address(channel.workspace(), channel.id(), visitor.alias());
  }

  /// The newest messages.
  Seen latest(Visiting visiting) {
    return page(visiting, Long.MAX_VALUE);
  }

  /// The messages before that one, newest last.
  Seen before(Visiting visiting, long id) {
    return page(visiting, id);
  }

  /// What is new or changed above the revision, in order of revision.
  Seen after(Visiting visiting, long revision) {
    return address(visiting.channel(), visiting.visitor())
        .map(it -> after(visiting, it, revision))
        .orElse(Seen.NOTHING);
  }

  /// The thread's name on the wire: changes when two contacts became one or one two, and then a
  /// page reads everything anew.
  String name(Visiting visiting, ContactId contact) {
    return secrets
        .sign("webchat-thread", visiting.channel().id().value() + "." + contact.value())
        .substring(0, 16);
  }

  /// How far the thread is, and who has the floor; empty when it is gone.
  Optional<Stream.State> state(Visiting visiting, ContactId contact) {
    return floor
        .read(contact)
        .map(it -> new Stream.State(name(visiting, contact), it.sequence(), speakers.of(it)));
  }

  private Seen page(Visiting visiting, long before) {
    var address = address(visiting.channel(), visiting.visitor());
    return address.map(it -> page(visiting, it, before)).orElse(Seen.NOTHING);
  }

  /// The revision is read first: what changes while the messages are read is told again later.
  private Seen page(Visiting visiting, Address address, long before) {
    var state = floor.read(address.contact());
    if (state.isEmpty()) {
      return Seen.NOTHING;
    }
    var messages = conversations.messages(address.contact(), before, PAGE);
    return new Seen(
        name(visiting, address.contact()),
        state.get().sequence(),
        false,
        messages.size() == PAGE,
        speakers.of(state.get()),
        words(visiting, address, messages));
  }

  private Seen after(Visiting visiting, Address address, long revision) {
    var state = floor.read(address.contact());
    if (state.isEmpty()) {
      return Seen.NOTHING;
    }
    var changes = conversations.changes(address.contact(), revision, PAGE);
    var more = changes.size() == PAGE;
    return new Seen(
        name(visiting, address.contact()),
        more ? changes.getLast().revision() : Math.max(revision, state.get().sequence()),
        more,
        false,
        speakers.of(state.get()),
        words(visiting, address, changes));
  }

  private List<Seen.Words> words(Visiting visiting, Address address, List<Message> messages) {
    return messages.stream()
        .filter(it -> it.address().equals(address.id()))
        .filter(it -> DELIVERED.contains(it.state()))
        .map(it -> words(visiting, it))
        .toList();
  }

  private Seen.Words words(Visiting visiting, Message message) {
    var own = visiting.visitor().externalId("");
    return new Seen.Words(
        message.sequence(),
        message
            .externalId()
            .filter(it -> message.inbound() && it.startsWith(own))
            .map(it -> it.substring(own.length()))
            .orElse(null),
        from(message.author()),
        speakers.name(visiting.channel().workspace(), message.author()).orElse(null),
        message.at(),
        message.state() == MessageState.READ,
        votes.asks(visiting.channel().workspace(), message) ? Boolean.TRUE : null,
        content(visiting, message.content()));
  }

  private Map<String, Object> content(Visiting visiting, Content content) {
    return content instanceof Content.Reaction reaction
        ? votes.words(reaction).orElseGet(() -> contents.of(visiting.channel(), reaction))
        : contents.of(visiting.channel(), content);
  }

  private static String from(Author author) {
    return switch (author) {
      case Author.Customer _ -> "visitor";
      case Author.Bot _, Author.Automatic _ -> "bot";
      case Author.Person _, Author.Echo _ -> "person";
    };
  }
}
