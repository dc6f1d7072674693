package dev.relevo.bot.outbox;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.ThreadState;
import dev.relevo.crm.workspace.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Reads the parcels that stand first in their lanes, with all that is needed to judge them.
@Component
final class Heads {

  /// The first parcel of a lane.
  ///
  /// @param recipient empty when the contact no longer has the address
  /// @param house the workspace's language, for what agents read
  record Head(
      Parcel parcel,
      ThreadState thread,
      Message message,
      Optional<Recipients.Recipient> recipient,
      Language house) {}

  private final ParcelTable parcels;
  private final Recipients recipients;
  private final Conversations conversations;

  Heads(ParcelTable parcels, Recipients recipients, Conversations conversations) {
    this.parcels = parcels;
    this.recipients = recipients;
    this.conversations = conversations;
  }

  /// Those that are due, of threads that are locked; a lane with something on the wire has none.
  List<Head> of(Map<ContactId, ThreadState> threads, Instant now) {
    var first = parcels.heads(threads.keySet(), now);
    var people = recipients.at(first.stream().map(Parcel::address).toList());
    var messages = conversations.messages(first.stream().map(Parcel::message).toList());
    var heads = new ArrayList<Head>();
    for (var parcel : first) {
      var thread = threads.get(parcel.contact());
      var message = messages.get(parcel.message());
      if (thread != null && message != null) {
        heads.add(
            new Head(
                parcel,
                thread,
                message,
                Optional.ofNullable(people.get(parcel.address()))
                    .filter(it -> it.is(parcel.contact())),
                recipients.house(parcel.workspace())));
      }
    }
    return heads;
  }
}
