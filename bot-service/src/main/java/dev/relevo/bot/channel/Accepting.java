package dev.relevo.bot.channel;

import dev.relevo.bot.channel.InboundTable.Row;
import dev.relevo.bot.channel.Intake.Accepted;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.conversation.Content;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The accepting transaction: who it is, what they said, what must be done about it, all or
/// nothing. What is in the ledger already is left out before anything else looks at it.
@Component
class Accepting {

  private final Contacts contacts;
  private final Listening listening;
  private final InboundTable inbound;
  private final ReceiptLedger receipts;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Accepting(
      Contacts contacts,
      Listening listening,
      InboundTable inbound,
      ReceiptLedger receipts,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.contacts = contacts;
    this.listening = listening;
    this.inbound = inbound;
    this.receipts = receipts;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// What one caller brings.
  record Slice(Channel channel, List<Arrival> arrivals) {

    /// As many as it takes, none too large for one transaction.
    static List<Slice> of(Channel channel, List<Arrival> arrivals) {
      return IntStream.iterate(0, it -> it < arrivals.size(), it -> it + GroupCommit.BATCH)
          .mapToObj(from ->
              new Slice(
                  channel,
                  arrivals.subList(from, Math.min(from + GroupCommit.BATCH, arrivals.size()))))
          .toList();
    }

    private List<Spoken> spoken() {
      return arrivals.stream().flatMap(it -> Spoken.in(channel, it).stream()).toList();
    }
  }

  /// Something said in the slice with that number.
  private record Fresh(int slice, Spoken spoken) {}

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
    var key = LedgerKey.of(channel, "alias:" + change.externalId());
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
    // First: from what is heard to the commit threads are locked, and others wait for them.
    receipts.insert(reports(slices), now).forEach(tally::receipt);
    if (!fresh.isEmpty()) {
      listening.hear(fresh.stream().map(Fresh::spoken).toList(), now);
      fresh.forEach(it -> tally.message(it.slice()));
    }
    return tally.accepted();
  }

  private List<Fresh> fresh(List<Slice> slices, Tally tally) {
    var fresh = new LinkedHashMap<LedgerKey, Fresh>();
    for (var n = 0; n < slices.size(); n++) {
      for (var spoken : slices.get(n).spoken()) {
        if (fresh.putIfAbsent(spoken.key(), new Fresh(n, spoken)) != null) {
          tally.duplicate(n);
        }
      }
    }
    for (var known : inbound.known(fresh.keySet())) {
      Optional.ofNullable(fresh.remove(known)).ifPresent(it -> tally.duplicate(it.slice()));
    }
    return List.copyOf(fresh.values());
  }

  private static List<ReceiptLedger.Row> reports(List<Slice> slices) {
    var rows = new ArrayList<ReceiptLedger.Row>();
    for (var n = 0; n < slices.size(); n++) {
      for (var arrival : slices.get(n).arrivals()) {
        if (arrival instanceof Arrival.Receipt it) {
          rows.add(
              new ReceiptLedger.Row(n, LedgerKey.of(slices.get(n).channel(), it.externalId()), it));
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
      return Arrays.stream(counts).map(it -> new Accepted(it[0], it[1], it[2])).toList();
    }
  }
}
