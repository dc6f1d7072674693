package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What was said, and the conversations it was said in.
@Component
public class Conversations {
  private final Hearing hearing;
  private final Saying saying;
  private final Progressing progressing;
  private final Openings openings;
  private final Reading reading;
  private final Expiry expiry;
  private final MessageTable messages;
  private final CommentTable comments;

  Conversations(
      Hearing hearing,
      Saying saying,
      Progressing progressing,
      Openings openings,
      Reading reading,
      Expiry expiry,
      MessageTable messages,
      CommentTable comments) {
    this.hearing = hearing;
    this.saying = saying;
    this.progressing = progressing;
    this.openings = openings;
    this.reading = reading;
    this.expiry = expiry;
    this.messages = messages;
    this.comments = comments;
  }

  /// Stores what came in, in order, under the threads' locks: opens conversations, counts unread,
  /// keeps the window. In the caller's transaction; many at once, because that is how they come.
  /// Throws [ContactGone] when one was merged away or erased since it was resolved.
  public List<Heard> hear(List<Utterance> utterances) {
    return hearing.hear(utterances);
  }

  /// Stores what we say, as QUEUED (or FAILED when refused), under the thread's lock. A person's
  /// words take the floor and open a closed conversation; the bot's and the system's do neither.
  public List<Message> say(ContactId contact, List<Posting> postings) {
    return say(Map.of(contact, postings));
  }

  /// As [#say(ContactId, List)], to many at once; the messages in the order of the contacts, then
  /// of the postings.
  public List<Message> say(Map<ContactId, List<Posting>> postings) {
    return saying.say(postings);
  }

  /// Moves messages along the lattice of their states. QUEUED after FAILED is a resend.
  public void progress(Collection<Progress> progress) {
    progressing.progress(progress);
  }

  /// Replaces a message's content (its fetched media).
  public void replace(MessageId message, Content content) {
    progressing.replace(message, content);
  }

  /// What a responder may read about these messages, with up to `before` earlier ones; no
  /// transaction needed. In the order given; a message that is gone is left out.
  public List<Transcript> transcripts(Collection<MessageId> messages, int before) {
    return reading.transcripts(messages, before);
  }

  public Optional<Message> message(MessageId id) {
    return Optional.ofNullable(messages.find(List.of(id)).get(id));
  }

  /// Many at once; what is gone is missing.
  public Map<MessageId, Message> messages(Collection<MessageId> ids) {
    return messages.find(ids);
  }

  /// The message a provider calls that; empty when there is none on the channel.
  public Optional<Message> message(WorkspaceId workspace, ChannelId channel, String externalId) {
    return messages.find(workspace, channel, externalId);
  }

  /// Messages with a sequence below `before`, newest last.
  public List<Message> messages(ContactId contact, long before, int limit) {
    return messages.page(contact, before, limit);
  }

  /// Messages that are new or changed above the revision, in order of revision.
  public List<Message> changes(ContactId contact, long afterRevision, int limit) {
    return messages.changes(contact, afterRevision, limit);
  }

  /// Comments with a sequence below `before`, newest last.
  public List<Comment> comments(ContactId contact, long before, int limit) {
    return comments.page(contact, before, limit);
  }

  /// Opens a conversation; empty when one is open already.
  public Optional<ConversationId> open(ContactId contact, Author by) {
    return openings.open(contact, by);
  }

  /// Closes the open conversation; false when none is open. May give the floor back (switch
  /// `resumeOnClose`).
  public boolean close(ContactId contact, Author by, ClosingNote note) {
    return openings.close(contact, by, note);
  }

  public Comment comment(ContactId contact, Author by, String body) {
    return openings.comment(contact, by, body);
  }

  /// A person read the thread; false when nothing was unread.
  public boolean read(ContactId contact, Author by) {
    return openings.read(contact, by);
  }

  /// Removes closed conversations older than their workspace keeps them, some at a time; how many.
  public int expire(WorkspaceId workspace, int limit) {
    return expiry.expire(workspace, limit);
  }
}
