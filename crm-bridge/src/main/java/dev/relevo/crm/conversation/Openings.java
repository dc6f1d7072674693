package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.ConversationTable.Opening;
import dev.relevo.crm.sql.Column;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Opens, closes, comments, marks read.
@Component
class Openings {
  private final Threads threads;
  private final ConversationTable conversations;
  private final CommentTable comments;
  private final Floor floor;
  private final Journal journal;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Openings(
      Threads threads,
      ConversationTable conversations,
      CommentTable comments,
      Floor floor,
      Journal journal,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.threads = threads;
    this.conversations = conversations;
    this.comments = comments;
    this.floor = floor;
    this.journal = journal;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  Optional<ConversationId> open(ContactId contact, Author by) {
    return locked(
        contact,
        thread -> {
          if (thread.isOpen()) {
            return Optional.empty();
          }
          var opening =
              new Opening(thread.workspace(), contact, thread.channel(), by, Column.now(clock));
          var id = conversations.open(List.of(opening)).values().iterator().next();
          threads.opened(contact, id);
          append(thread, Optional.of(id), "conversation.opened", by, Map.of());
          return Optional.of(id);
        });
  }

  boolean close(ContactId contact, Author by, ClosingNote note) {
    return locked(
        contact,
        thread -> {
          if (!thread.isOpen()) {
            return false;
          }
          conversations.close(thread.conversation().orElseThrow(), by, note, Column.now(clock));
          threads.closed(contact);
          append(
              thread,
              thread.conversation(),
              "conversation.closed",
              by,
              note.category().isEmpty() ? Map.of() : Map.of("category", note.category()));
          floor.closed(thread, by);
          return true;
        });
  }

  Comment comment(ContactId contact, Author by, String body) {
    return locked(
        contact,
        thread -> {
          var comment =
              new Comment(
                  contact, threads.draw(contact), by, Column.clean(body), Column.now(clock));
          comments.insert(thread.workspace(), comment);
          append(
              thread,
              thread.conversation(),
              "comment.created",
              by,
              Map.of("sequence", Long.toString(comment.sequence())));
          return comment;
        });
  }

  boolean read(ContactId contact, Author by) {
    return locked(
        contact,
        thread -> {
          var unread = threads.read(contact);
          if (unread) {
            append(thread, thread.conversation(), "message.read", by, Map.of());
          }
          return unread;
        });
  }

  private void append(
      ThreadState thread,
      Optional<ConversationId> conversation,
      String kind,
      Author by,
      Map<String, String> data) {
    journal.append(
        List.of(
            new Event(
                thread.workspace(), Optional.of(thread.contact()), conversation, kind, by, data)));
  }

  private <T> T locked(ContactId contact, Function<ThreadState, T> what) {
    return transaction.execute(status ->
        what.apply(
            Optional.ofNullable(threads.lock(List.of(contact)).get(contact))
                .orElseThrow(() -> new ContactGone(contact))));
  }
}
