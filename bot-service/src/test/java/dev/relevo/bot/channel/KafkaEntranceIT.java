package dev.relevo.bot.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.relevo.bot.TestBot;
import dev.relevo.bot.belt.KafkaBroker;
import dev.relevo.bot.belt.TestBelts;
import dev.relevo.bot.lane.Leases;
import dev.relevo.bot.setting.CannotStart;
import dev.relevo.crm.SettableClock;
import dev.relevo.crm.TestCrm;
import dev.relevo.crm.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// By way of a real broker.
@Tag("long")
class KafkaEntranceIT extends EntranceContract {

  private static KafkaBroker broker;

  private final FailingDatabase database = new FailingDatabase(TestDatabase.dataSource());
  private final TestCrm crm =
      new TestCrm(
          database, new SettableClock(Instant.parse("2026-06-01T12:00:00Z")), LedgerBeans.all());
  private final FakeProvider provider = new FakeProvider(TestCrm.WHATSAPP.value(), crm.workspace());
  private final String prefix = "test-" + UUID.randomUUID();
  private final List<Replica> replicas = new ArrayList<>();
  private final Replica replica = new Replica(0, Leases.SHARDS);

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
    database.over();
    replicas.forEach(Replica::stop);
    crm.bean(Intake.class).destroy();
  }

  @Test
  void aProviderIsAnsweredAlsoWhileTheDatabaseIsAway() {
    var ana = TestCrm.aPhone();
    database.after(0);
    take(said(ana, "1", "Hola"));
    take(said(ana, "2", "¿Están?"));
    TestBot.await("both wait on the belt", () -> replica.waiting() == 2);
    database.over();
    awaitLedger(ana, List.of("1", "2"));
    TestBot.await("nothing waits", () -> replica.waiting() == 0);
  }

  @Test
  void whileTheBrokerIsAwayAProviderIsToldToComeAgain() throws Exception {
    var ana = TestCrm.aPhone();
    take(said(ana, "1", "Hola"));
    broker.kill();
    try {
      assertThatExceptionOfType(IntakeBusy.class).isThrownBy(() -> take(said(ana, "2", "¿Están?")));
    } finally {
      broker.restart();
    }
    take(said(ana, "2", "¿Están?"));
    awaitLedger(ana, List.of("1", "2"));
  }

  @Test
  void whatIsOnTheBeltGoesToWhoeverHoldsTheShard() {
    var other = new Replica(Leases.SHARDS, Leases.SHARDS);
    var people = IntStream.range(0, 40).mapToObj(_ -> TestCrm.aPhone()).toList();
    people.forEach(it -> take(said(it, "1", "Hola")));
    replica.giveTo(other, 32);
    people.forEach(it -> take(said(it, "2", "¿Están?")));
    people.forEach(it -> awaitLedger(it, List.of("1", "2")));
    TestBot.await("the other has stored some", () -> other.stored() > 0);
  }

  @Test
  void whatADeadReplicaTookOffAndDidNotStoreIsTakenByTheNext() {
    var ana = TestCrm.aPhone();
    database.after(0);
    take(said(ana, "1", "Hola"));
    take(said(ana, "2", "¿Están?"));
    replica.stop();
    database.over();
    var next = new Replica(0, Leases.SHARDS);
    awaitLedger(ana, List.of("1", "2"));
    TestBot.await("the next has stored both", () -> next.stored() == 2);
    assertThat(replica.stored()).isZero();
  }

  @Test
  void aClusterThatIsNotThereEndsTheStartWithASentence() throws Exception {
    var nobody = KafkaBroker.start();
    nobody.close();
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> TestBelts.on(nobody, prefix, Set::of).open("intake"))
        .withMessageContaining(nobody.address())
        .withMessageContaining("relevo.kafka.bootstrap-servers");
  }

  @Override
  TestCrm crm() {
    return crm;
  }

  @Override
  Intake intake() {
    return replica.intake;
  }

  @Override
  WebhookChannel channel() {
    return provider;
  }

  /// One of those that share the database and the broker.
  private final class Replica {

    private final Set<Integer> shards = ConcurrentHashMap.newKeySet();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final BeltEntrance belt;
    private final Intake intake;

    Replica(int from, int to) {
      shards.addAll(IntStream.range(from, to).boxed().collect(Collectors.toSet()));
      var commits = new GroupCommit(crm.bean(Accepting.class));
      belt =
          new BeltEntrance(
              TestBelts.on(broker, prefix, () -> Set.copyOf(shards)),
              commits,
              new Channels(List.of(provider)),
              meters);
      intake = new Intake(commits, Optional.of(belt));
      new IntakeLag(Optional.of(belt)).bindTo(meters);
      belt.start();
      replicas.add(this);
    }

    void giveTo(Replica other, int below) {
      var theirs = shards.stream().filter(it -> it < below).collect(Collectors.toSet());
      shards.removeAll(theirs);
      other.shards.addAll(theirs);
    }

    double waiting() {
      return meters.get("relevo.intake.waiting").gauge().value();
    }

    /// Counted a moment after they are in the ledger.
    double stored() {
      return meters.find("relevo.intake.messages").counters().stream()
          .mapToDouble(it -> it.count())
          .sum();
    }

    void stop() {
      if (belt.isRunning()) {
        belt.stop();
        intake.destroy();
      }
    }
  }
}
