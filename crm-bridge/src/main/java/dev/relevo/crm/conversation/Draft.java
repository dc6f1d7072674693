package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.contact.ChannelId;
import java.time.Instant;
import java.util.Optional;

/// A locked thread while messages are added to it, stored once at the end. Floor and assignee are
/// not its business.
final class Draft {
  final ThreadState before;
  Optional<ConversationId> conversation;
  long sequence;
  int unread;
  int incoming;
  int outgoing;
  int botTurns;
  Optional<Instant> waitingSince;
  Optional<Instant> lastMessageAt;
  Optional<String> preview = Optional.empty();
  String previewAuthor = "";
  Optional<ChannelId> channel;
  Optional<AddressId> address;
  Optional<Author.Person> responder = Optional.empty();

  Draft(ThreadState before) {
    this.before = before;
    this.conversation = before.conversation();
    this.sequence = before.sequence();
    this.unread = before.unread();
    this.waitingSince = before.waitingSince();
    this.lastMessageAt = before.lastMessageAt();
    this.channel = before.channel();
    this.address = before.address();
  }

  long next() {
    sequence++;
    return sequence;
  }

  /// The inbox shows this from now on.
  void show(Author author, Content content, Instant at) {
    lastMessageAt = Optional.of(at);
    preview = Optional.of(Preview.of(content));
    previewAuthor = Authors.word(author);
  }
}
