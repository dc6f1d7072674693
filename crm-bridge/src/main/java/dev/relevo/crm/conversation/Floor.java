package dev.relevo.crm.conversation;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.team.MemberId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// Who speaks, and who is responsible. Every change locks the thread row and raises the epoch;
/// inside the caller's transaction.
public class Floor {

  /// Locks the threads, in a fixed order so that no two transactions wait for each other, and reads
  /// them.
  public Map<ContactId, ThreadState> lock(Collection<ContactId> contacts) {
    throw new UnsupportedOperationException();
  }

  /// Reads without locking.
  public Optional<ThreadState> read(ContactId contact) {
    throw new UnsupportedOperationException();
  }

  /// Gives the floor to a person; false when a person had it already.
  public boolean take(ContactId contact, Author by, String why) {
    throw new UnsupportedOperationException();
  }

  /// Gives the floor back to the bot; false when the bot had it already. The model's context starts
  /// after it.
  public boolean give(ContactId contact, Author by, String why) {
    throw new UnsupportedOperationException();
  }

  /// Makes a member responsible, or nobody; false when nothing changed. May take the floor (switch
  /// `pauseOnAssign`).
  public boolean assign(ContactId contact, Optional<MemberId> to, Author by) {
    throw new UnsupportedOperationException();
  }

  /// Counts the bot's misses in a row.
  public void misses(ContactId contact, int misses) {
    throw new UnsupportedOperationException();
  }
}
