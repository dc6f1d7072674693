package dev.relevo.bot.channel;

import dev.relevo.bot.channel.InboundTable.Row;
import dev.relevo.bot.channel.Intake.Accepted;
import dev.relevo.bot.channel.Waking.Coming;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.contact.Contacts.Arriving;
import dev.relevo.crm.contact.Resolved;
import dev.relevo.crm.contact.Sender;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.Floor;
import dev.relevo.crm.conversation.Heard;
import dev.relevo.crm.conversation.Utterance;
import dev.relevo.crm.workspace.Workspace;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The accepting transaction: who it is, what they said, what must be done about it, all or
/// nothing. What is in the ledger already is left out before anything else looks at it.
@Component
class Accepting {

  private final Contacts contacts;
  private final Conversations conversations;
  private final Floor floor;
  private final Workspaces workspaces;
  private final InboundTable inbound;
  private final ReceiptLedger receipts;
  private final MediaTable media;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Accepting(
      Contacts contacts,
      Conversations conversations,
      Floor floor,
      Workspaces workspaces,
      InboundTable inbound,
      ReceiptLedger receipts,
      MediaTable media,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.contacts = contacts;
    this.conversations = conversations;
    this.floor = floor;
    this.workspaces = workspaces;
    this.inbound = inbound;
    this.receipts = receipts;
    this.media = media;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// What one caller brings.
  record Slice(Channel channel, List<Arrival> arrivals) {}

  /// Something said, by a customer or by the business's own phone.
  private record Spoken(
      int slice,
      LedgerKey key,
      Channel channel,
      Sender sender,
      Author author,
      Content content,
      Optional<Instant> at,
      Optional<String> quotes,
      Map<String, String> media,
      String raw) {}

  /// Stores all slices in one transaction; what became of each, in their order.
  List<Accepted> accept(List<Slice> slices) {
    // First, because messages that follow come under the new name. Each alone: it may merge.
    slices.forEach(slice ->
        slice.arrivals().stream()
            .filter(Arrival.AliasChanged.class::isInstance)
            .map(Arrival.AliasChanged.class::cast)
            .forEach(it -> realias(slice.channel(), it)));
    return transaction.execute(status -> store(slices));
  }

  /// What is kept of something that cannot be stored as it is.
  static Arrival husk(Arrival arrival) {
    var content = new Content.Unsupported("unstorable", "");
    return switch (arrival) {
      case Arrival.Message it ->
          new Arrival.Message(
              it.externalId(), it.sender(), content, it.at(), Optional.empty(), Map.of(), "{}");
      case Arrival.Echo it ->
          new Arrival.Echo(it.externalId(), it.to(), content, it.at(), Map.of(), "{}");
      case Arrival.Receipt _, Arrival.AliasChanged _, Arrival.Unsupported _ ->
          new Arrival.Unsupported("unstorable", "{}");
    };
  }

  private void realias(Channel channel, Arrival.AliasChanged change) {
    var key =
        new LedgerKey(channel.workspace(), channel.id().value(), "alias:" + change.externalId());
    transaction.executeWithoutResult(status -> {
      if (inbound.known(List.of(key)).isEmpty()) {
        contacts
            .realias(channel.workspace(), channel.id(), change.previous(), change.current())
            .ifPresent(it ->
                inbound.insert(
                    List.of(Row.ofAlias(key, it.contact(), change.raw())), clock.instant()));
      }
    });
  }

  private List<Accepted> store(List<Slice> slices) {
    var now = clock.instant();
    var tally = new Tally(slices.size());
    var fresh = fresh(slices, tally);
    if (!fresh.isEmpty()) {
      hear(fresh, now);
      fresh.forEach(it -> tally.message(it.slice()));
    }
    receipts.insert(reports(slices), now).forEach(tally::receipt);
    return tally.accepted();
  }

  private List<Spoken> fresh(List<Slice> slices, Tally tally) {
    var spoken = new LinkedHashMap<LedgerKey, Spoken>();
    for (var n = 0; n < slices.size(); n++) {
      for (var said : spoken(n, slices.get(n))) {
        if (spoken.putIfAbsent(said.key(), said) != null) {
          tally.duplicate(n);
        }
      }
    }
    for (var known : inbound.known(spoken.keySet())) {
      Optional.ofNullable(spoken.remove(known)).ifPresent(it -> tally.duplicate(it.slice()));
    }
    return List.copyOf(spoken.values());
  }

  private static List<Spoken> spoken(int number, Slice slice) {
    var spoken = new ArrayList<Spoken>();
    for (var arrival : slice.arrivals()) {
      switch (arrival) {
        case Arrival.Message it ->
            spoken.add(
                new Spoken(
                    number,
                    key(slice.channel(), it.externalId()),
                    slice.channel(),
                    it.sender(),
                    Author.CUSTOMER,
                    it.content(),
                    it.at(),
                    it.quotes(),
                    it.media(),
                    it.raw()));
        case Arrival.Echo it ->
            spoken.add(
                new Spoken(
                    number,
                    key(slice.channel(), it.externalId()),
                    slice.channel(),
                    it.to(),
                    new Author.Echo(),
                    it.content(),
                    it.at(),
                    Optional.empty(),
                    it.media(),
                    it.raw()));
        case Arrival.Receipt _, Arrival.AliasChanged _, Arrival.Unsupported _ -> {}
      }
    }
    return spoken;
  }

  private static LedgerKey key(Channel channel, String externalId) {
    return new LedgerKey(channel.workspace(), channel.id().value(), externalId);
  }

  private void hear(List<Spoken> fresh, Instant now) {
    var people =
        contacts.resolve(
            fresh.stream()
                .map(it -> new Arriving(it.key().workspace(), it.channel().id(), it.sender()))
                .toList());
    var heard = conversations.hear(utterances(fresh, people));
    var homes = new HashMap<WorkspaceId, Workspace>();
    var rows = new ArrayList<Row>();
    var files = new ArrayList<MediaTable.Row>();
    for (var i = 0; i < fresh.size(); i++) {
      var home = homes.computeIfAbsent(fresh.get(i).key().workspace(), workspaces::find);
      rows.add(row(fresh.get(i), people.get(i), heard.get(i), home, now));
      if (!fresh.get(i).media().isEmpty()) {
        files.add(
            new MediaTable.Row(
                fresh.get(i).key(),
                people.get(i).contact(),
                heard.get(i).message(),
                fresh.get(i).media()));
      }
      if (fresh.get(i).author() instanceof Author.Echo by && home.switches().pauseOnEcho()) {
        floor.take(people.get(i).contact(), by, "echo");
      }
    }
    inbound.insert(rows, now);
    media.insert(files, now);
  }

  private static List<Utterance> utterances(List<Spoken> fresh, List<Resolved> people) {
    var utterances = new ArrayList<Utterance>();
    for (var i = 0; i < fresh.size(); i++) {
      var spoken = fresh.get(i);
      utterances.add(
          new Utterance(
              spoken.key().workspace(),
              people.get(i).contact(),
              people.get(i).address(),
              spoken.channel().id(),
              spoken.author(),
              spoken.content(),
              spoken.key().externalId(),
              spoken.quotes(),
              spoken.at()));
    }
    return utterances;
  }

  private static Row row(Spoken spoken, Resolved who, Heard heard, Workspace home, Instant now) {
    var silence =
        Waking.silence(
            new Coming(spoken.author(), spoken.content(), spoken.at()),
            who,
            heard,
            home.guards(),
            now);
    return new Row(
        spoken.key(),
        who.contact(),
        Optional.of(heard.message()),
        heard.epoch(),
        silence.map(it -> "SILENCE " + it),
        spoken.raw());
  }

  private static List<ReceiptLedger.Row> reports(List<Slice> slices) {
    var rows = new ArrayList<ReceiptLedger.Row>();
    for (var n = 0; n < slices.size(); n++) {
      for (var arrival : slices.get(n).arrivals()) {
        if (arrival instanceof Arrival.Receipt it) {
          rows.add(new ReceiptLedger.Row(n, key(slices.get(n).channel(), it.externalId()), it));
        }
      }
    }
    return rows;
  }

  /// Counts for each slice.
  private static final class Tally {
    private final int[][] counts;

    Tally(int slices) {
      counts = new int[slices][3];
    }

    void message(int slice) {
      counts[slice][0]++;
    }

    void receipt(int slice, boolean fresh) {
      counts[slice][fresh ? 1 : 2]++;
    }

    void duplicate(int slice) {
      counts[slice][2]++;
    }

    List<Accepted> accepted() {
      return java.util.Arrays.stream(counts).map(it -> new Accepted(it[0], it[1], it[2])).toList();
    }
  }
}
