package dev.relevo.bot.channel;

import dev.relevo.bot.channel.InboundTable.Row;
import dev.relevo.bot.channel.Waking.Coming;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.contact.Resolved;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.Floor;
import dev.relevo.crm.conversation.Heard;
import dev.relevo.crm.conversation.Utterance;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Writes down what was said: in the threads of who said it, and in the ledger. In the accepting
/// transaction.
@Component
final class Listening {

  private final Contacts contacts;
  private final Conversations conversations;
  private final Floor floor;
  private final Workspaces workspaces;
  private final InboundTable inbound;
  private final MediaTable media;

  Listening(
      Contacts contacts,
      Conversations conversations,
      Floor floor,
      Workspaces workspaces,
      InboundTable inbound,
      MediaTable media) {
    this.contacts = contacts;
    this.conversations = conversations;
    this.floor = floor;
    this.workspaces = workspaces;
    this.inbound = inbound;
    this.media = media;
  }

  /// @param fresh none of it is in the ledger yet
  void hear(List<Spoken> fresh, Instant now) {
    var people = contacts.resolve(fresh.stream().map(Spoken::arriving).toList());
    var utterances = new ArrayList<Utterance>();
    for (var i = 0; i < fresh.size(); i++) {
      utterances.add(fresh.get(i).by(people.get(i)));
    }
    var heard = conversations.hear(utterances);
    var rows = new ArrayList<Row>();
    var files = new ArrayList<MediaTable.Row>();
    for (var i = 0; i < fresh.size(); i++) {
      rows.add(row(fresh.get(i), people.get(i), heard.get(i), now));
      file(fresh.get(i), people.get(i), heard.get(i)).ifPresent(files::add);
      takeFloor(fresh.get(i), people.get(i));
    }
    inbound.insert(rows, now);
    media.insert(files, now);
  }

  private Row row(Spoken spoken, Resolved who, Heard heard, Instant now) {
    var guards = workspaces.find(spoken.key().workspace()).guards();
    var coming = new Coming(spoken.author(), spoken.content(), spoken.at());
    return new Row(
        spoken.key(),
        who.contact(),
        Optional.of(heard.message()),
        heard.epoch(),
        Waking.silence(coming, who, heard, guards, now).map(it -> "SILENCE " + it),
        spoken.raw());
  }

  private static Optional<MediaTable.Row> file(Spoken spoken, Resolved who, Heard heard) {
    return spoken.media().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new MediaTable.Row(spoken.key(), who.contact(), heard.message(), spoken.media()));
  }

  /// A person of the business answers on its own phone (switch `pauseOnEcho`).
  private void takeFloor(Spoken spoken, Resolved who) {
    if (spoken.author() instanceof Author.Echo echo
        && workspaces.find(spoken.key().workspace()).switches().pauseOnEcho()) {
      floor.take(who.contact(), echo, "echo");
    }
  }
}
