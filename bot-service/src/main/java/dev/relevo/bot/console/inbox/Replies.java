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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;

/// Posts what a member writes to a customer, once for each request.
@Component
class Replies {

  private final Outbox outbox;
  private final Conversations conversations;
  private final ReplyRequests requests;
  private final Enclosures enclosures;
  private final TransactionTemplate transaction;

  Replies(
      Outbox outbox,
      Conversations conversations,
      ReplyRequests requests,
      Enclosures enclosures,
      PlatformTransactionManager transactions) {
    this.outbox = outbox;
    this.conversations = conversations;
    this.requests = requests;
    this.enclosures = enclosures;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// What a member wrote: words, a file, or a file with words to it.
  ///
  /// @param via where to send it; empty: where the customer wrote last
  record Reply(String text, Optional<MultipartFile> file, Optional<AddressId> via) {}

  /// The messages posted now, or by the same request before. Throws [CannotBeEnclosed] for a file
  /// that cannot be sent there, and then posts and keeps nothing.
  public List<Message> post(SignedIn me, Contact contact, Reply reply, String request) {
    return transaction.execute(began -> once(me, contact, reply, request));
  }

  private List<Message> once(SignedIn me, Contact contact, Reply reply, String request) {
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
                List.of(content(contact, reply)),
                reply.via(),
                OptionalLong.empty(),
                Optional.empty()));
    requests.posted(me.workspace(), request, posted.stream().map(Message::id).toList());
    return posted;
  }

  private Content content(Contact contact, Reply reply) {
    return reply
        .file()
        .<Content>map(it -> enclosures.enclose(contact, reply.via(), it, reply.text()))
        .orElseGet(() -> new Content.Text(reply.text()));
  }
}
