package dev.relevo.bot.channel;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.relevo.bot.belt.Belt;
import dev.relevo.bot.belt.BeltStuck;
import dev.relevo.bot.belt.Belts;
import dev.relevo.bot.channel.Accepting.Slice;
import dev.relevo.bot.channel.Intake.Accepted;
import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Loop;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// To the ledger by way of a belt: a provider is answered once the cluster has what it sent, also
/// while the database is slow or away. Whoever holds the shard puts it into the ledger, which knows
/// what it has; so it does no harm that a belt may bring something twice.
///
/// A page of the web chat reads at once what its visitor wrote, so that goes straight to the
/// ledger.
@Component
@ConditionalOnProperty(name = "relevo.transport", havingValue = "kafka")
final class BeltEntrance extends Loop implements Entrance {

  private static final Logger log = LoggerFactory.getLogger(BeltEntrance.class);
  private static final Duration WITHOUT_LANES = Duration.ofMillis(200);

  private final Belt belt;
  private final GroupCommit commits;
  private final Channels channels;
  private final IntakeCounts counts;

  BeltEntrance(Belts belts, GroupCommit commits, Channels channels, MeterRegistry meters) {
    super("intake-belt", Workload.WEBHOOKS, WITHOUT_LANES, Order.ANSWERING);
    this.belt = belts.open("intake");
    this.commits = commits;
    this.channels = channels;
    this.counts = new IntakeCounts(meters);
  }

  @Override
  public Accepted enter(Channel channel, List<Arrival> arrivals) {
    if (!(channel instanceof WebhookChannel)) {
      return commits.enter(channel, arrivals);
    }
    try {
      belt.put(arrivals.stream().flatMap(it -> Enveloped.item(channel, it).stream()).toList());
      return Accepted.NOTHING;
    } catch (BeltStuck stuck) {
      throw new IntakeBusy("the cluster does not take it", stuck);
    }
  }

  /// What is on the belt for this replica and not in the ledger yet.
  long waiting() {
    return belt.waiting();
  }

  @Override
  protected boolean round() {
    return belt.take(this::store);
  }

  @Override
  protected void closing() {
    belt.close();
  }

  /// All or, when the ledger fails, all of it again.
  private void store(List<String> texts) {
    var byChannel =
        texts.stream()
            .map(Enveloped::read)
            .collect(
                groupingBy(
                    Enveloped::channel, LinkedHashMap::new, mapping(Enveloped::arrival, toList())));
    var tickets =
        byChannel.entrySet().stream()
            .flatMap(it -> slices(it.getKey(), it.getValue()).stream())
            .map(commits::submit)
            .toList();
    tickets.forEach(it -> counts.add(it.slice().channel().id(), it.await()));
  }

  private List<Slice> slices(String name, List<Arrival> arrivals) {
    var channel = ChannelNames.id(name).flatMap(channels::find);
    if (channel.isEmpty()) {
      log.atError()
          .addKeyValue("channel", name)
          .addKeyValue("arrivals", arrivals.size())
          .log("what came in on a channel that is not set here is left out");
      return List.of();
    }
    return Slice.of(channel.get(), arrivals);
  }
}
