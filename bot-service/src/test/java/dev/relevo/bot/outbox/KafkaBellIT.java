package dev.relevo.bot.outbox;

import static dev.relevo.bot.TestBot.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.belt.KafkaBroker;
import dev.relevo.bot.belt.TestBelts;
import dev.relevo.bot.lane.Leases;
import dev.relevo.crm.contact.ContactId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Two replicas, each with half of the lanes, on a real broker.
@Tag("long")
class KafkaBellIT {

  private static final int HALF = Leases.SHARDS / 2;

  private static KafkaBroker broker;

  private final String prefix = "test-" + UUID.randomUUID();
  private final List<Replica> replicas = new ArrayList<>();
  private final Replica one = new Replica(0, HALF);
  private final Replica two = new Replica(HALF, Leases.SHARDS);

  @BeforeAll
  static void start() throws Exception {
    broker = KafkaBroker.start();
  }

  @AfterAll
  static void end() {
    broker.close();
  }

  @AfterEach
  void stop() {
    replicas.forEach(it -> it.bell.stop());
  }

  @Test
  void whoeverHoldsTheLaneIsCalled() {
    one.bell.ring(List.of(two.lane()));

    await("the other was called", () -> two.calls.get() > 0);
    assertThat(one.calls).hasValue(0);
  }

  @Test
  void whoHoldsTheLaneItselfIsCalledWithoutTheBelt() throws Exception {
    broker.kill();
    try {
      one.bell.ring(List.of(one.lane()));

      assertThat(one.calls).hasValue(1);
    } finally {
      broker.restart();
    }
    assertThat(two.calls).hasValue(0);
  }

  @Test
  void aBrokerThatIsAwayHoldsNobodyUpAndLaterCallsArrive() throws Exception {
    broker.kill();
    try {
      one.bell.ring(List.of(two.lane()));
    } finally {
      broker.restart();
    }

    await(
        "the other is called again",
        () -> {
          one.bell.ring(List.of(two.lane()));
          return two.calls.get() > 0;
        });
  }

  /// One of those that share the broker.
  private final class Replica {

    private final AtomicInteger calls = new AtomicInteger();
    private final Set<Integer> shards;
    private final BeltBell bell;

    Replica(int from, int to) {
      shards = IntStream.range(from, to).boxed().collect(Collectors.toSet());
      bell = new BeltBell(TestBelts.on(broker, prefix, () -> shards), () -> shards);
      bell.onRing(calls::incrementAndGet);
      bell.start();
      replicas.add(this);
    }

    ContactId lane() {
      return LongStream.iterate(1, it -> it + 1)
          .mapToObj(ContactId::new)
          .filter(it -> shards.contains(Leases.shard(it)))
          .findFirst()
          .orElseThrow();
    }
  }
}
