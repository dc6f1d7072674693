package dev.relevo.bot.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.channel.Accepting.Slice;
import dev.relevo.bot.channel.GroupCommit.Ticket;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QueuesTests {

  private static final Channel FLOODING = new FakeChannel("flooding", new WorkspaceId(1));
  private static final Channel QUIET = new FakeChannel("quiet", new WorkspaceId(2));
  private static final Channel OTHER = new FakeChannel("other", new WorkspaceId(3));

  private long clock;

  @Test
  void eachWorkspaceHasItsTurnAndItsOrder() {
    var queues = new Queues(100);
    var flood = List.of(ticket(FLOODING), ticket(FLOODING), ticket(FLOODING));
    var quiet = List.of(ticket(QUIET), ticket(QUIET));
    Stream.concat(flood.stream(), quiet.stream()).forEach(it -> assertTaken(queues, it));
    assertThat(drained(queues))
        .containsExactly(flood.get(0), quiet.get(0), flood.get(1), quiet.get(1), flood.get(2));
  }

  @Test
  void oneWorkspaceAloneGetsThreeQuartersAndTheOthersStillFindAPlace() {
    var queues = new Queues(100);
    var taken = 0;
    while (queues.offer(ticket(FLOODING))) {
      taken++;
    }
    assertThat(taken).isEqualTo(75);
    assertTaken(queues, ticket(QUIET));
    assertTaken(queues, ticket(OTHER));
    assertThat(queues.offer(ticket(FLOODING))).isFalse();
  }

  @Test
  void whatDoesNotFitABatchWaitsForTheNext() {
    var queues = new Queues(100);
    var large = ticket(QUIET, 3);
    assertTaken(queues, large);
    assertThat(queues.pollUpTo(2)).isEmpty();
    assertThat(queues.pollUpTo(3)).contains(large);
    assertThat(queues.isEmpty()).isTrue();
  }

  @Test
  void theOldestIsWhoCameFirstWhoeverIsNext() {
    var queues = new Queues(100);
    var first = ticket(FLOODING);
    var second = ticket(FLOODING);
    var third = ticket(QUIET);
    Stream.of(first, second, third).forEach(it -> assertTaken(queues, it));
    assertThat(queues.oldest()).contains(first);
    assertThat(queues.pollUpTo(1)).contains(first);
    assertThat(queues.pollUpTo(1)).contains(third);
    assertThat(queues.oldest()).contains(second);
  }

  @Test
  void whoeverWaitsForOneIsWokenByIt() throws Exception {
    var queues = new Queues(100);
    var polled = new CompletableFuture<Optional<Ticket>>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            polled.complete(queues.poll(Duration.ofMinutes(1)));
          } catch (InterruptedException impossible) {
            polled.completeExceptionally(impossible);
          }
        });
    var ticket = ticket(QUIET);
    assertTaken(queues, ticket);
    assertThat(polled.get()).contains(ticket);
    assertThat(queues.poll(Duration.ofMillis(1))).isEmpty();
  }

  private static void assertTaken(Queues queues, Ticket ticket) {
    assertThat(queues.offer(ticket)).isTrue();
  }

  private static List<Ticket> drained(Queues queues) {
    var all = new ArrayList<Ticket>();
    for (var next = queues.pollUpTo(1); next.isPresent(); next = queues.pollUpTo(1)) {
      all.add(next.get());
    }
    return all;
  }

  private Ticket ticket(Channel channel) {
    return ticket(channel, 1);
  }

  private Ticket ticket(Channel channel, int arrivals) {
    var arrival =
        new Arrival.Receipt(
            "id",
            Arrival.Receipt.Kind.SENT,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "{}");
    var slice =
        new Slice(channel, Stream.<Arrival>generate(() -> arrival).limit(arrivals).toList());
    return new Ticket(slice, new CompletableFuture<>(), clock++);
  }
}
