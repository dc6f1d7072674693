package dev.relevo.bot.outbox;

import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.MessageId;
import java.util.List;
import java.util.Optional;

/// The one mouth: stores what we say, then sends it in order, paced, retried.
public class Outbox {

  /// Stores the words and their parcels in one transaction (the caller's, when there is one). A
  /// person's words take the floor in it.
  public List<Message> post(Post post) {
    throw new UnsupportedOperationException();
  }

  /// Why this may not be sent to that address now (closed window, blocked contact); empty when it
  /// may.
  public Optional<String> refusal(AddressId address, Content content) {
    throw new UnsupportedOperationException();
  }

  /// Sends a dead parcel's message again; false when it is not dead.
  public boolean resend(MessageId message) {
    throw new UnsupportedOperationException();
  }
}
