package dev.relevo.bot.console.inbox;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.outbox.Outbox;
import dev.relevo.bot.outbox.Post;
import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.Message;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Posts what a member writes to a customer, once for each request.
@Component
class Replies {

  private final Outbox outbox;
  private final Conversations conversations;
  private final ReplyRequests requests;

  Replies(Outbox outbox, Conversations conversations, ReplyRequests requests) {
    this.outbox = outbox;
    this.conversations = conversations;
    this.requests = requests;
  }

  /// The messages posted now, or by the same request before.
  @Transactional
  public List<Message> post(
      SignedIn me, Contact contact, Optional<AddressId> via, String text, String request) {
    if (!requests.claim(me.workspace(), request, contact.id())) {
      return requests.messages(me.workspace(), request).stream()
          .flatMap(it -> conversations.message(it).stream())
          .toList();
    }
    var posted =
        outbox.post(
            new Post(
                contact.id(),
                new Author.Person(me.member()),
                List.of(new Content.Text(text)),
                via,
                OptionalLong.empty(),
                Optional.empty()));
    requests.posted(me.workspace(), request, posted.stream().map(Message::id).toList());
    return posted;
  }
}
