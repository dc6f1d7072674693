package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What was said, and the conversations it was said in.
public class Conversations {

  /// Stores what came in, in order, under the threads' locks: opens conversations, counts unread,
  /// keeps the window. In the caller's transaction; many at once, because that is how they come.
  public List<Heard> hear(List<Utterance> utterances) {
    throw new UnsupportedOperationException();
  }

  /// Stores what we say, as QUEUED (or FAILED when refused), under the thread's lock. A person's
  /// words take the floor and open a closed conversation; the bot's and the system's do neither.
  public List<Message> say(ContactId contact, List<Posting> postings) {
    throw new UnsupportedOperationException();
  }

  /// Moves messages along the lattice of their states.
  public void progress(Collection<Progress> progress) {
    throw new UnsupportedOperationException();
  }

  /// Replaces a message's content (its fetched media).
  public void replace(MessageId message, Content content) {
    throw new UnsupportedOperationException();
  }

  /// What a responder may read about these messages; no transaction needed.
  public List<Transcript> transcripts(Collection<MessageId> messages, int before) {
    throw new UnsupportedOperationException();
  }

  public Optional<Message> message(MessageId id) {
    throw new UnsupportedOperationException();
  }

  /// Messages with a sequence below `before`, newest last.
  public List<Message> messages(ContactId contact, long before, int limit) {
    throw new UnsupportedOperationException();
  }

  /// Messages that are new or changed above the revision, in order of revision.
  public List<Message> changes(ContactId contact, long afterRevision, int limit) {
    throw new UnsupportedOperationException();
  }

  public List<Comment> comments(ContactId contact, long before, int limit) {
    throw new UnsupportedOperationException();
  }

  /// Opens a conversation; empty when one is open already.
  public Optional<ConversationId> open(ContactId contact, Author by) {
    throw new UnsupportedOperationException();
  }

  /// Closes the open conversation; false when none is open. May give the floor back (switch
  /// `resumeOnClose`).
  public boolean close(ContactId contact, Author by, ClosingNote note) {
    throw new UnsupportedOperationException();
  }

  public Comment comment(ContactId contact, Author by, String body) {
    throw new UnsupportedOperationException();
  }

  /// A person read the thread.
  public void read(ContactId contact) {
    throw new UnsupportedOperationException();
  }

  /// Removes closed conversations older than their workspace keeps them, some at a time; how many.
  public int expire(WorkspaceId workspace, int limit) {
    throw new UnsupportedOperationException();
  }
}
