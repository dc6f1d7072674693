package dev.relevo.bot.outbox;

import static dev.relevo.bot.TestBot.grounds;
import static dev.relevo.bot.TestBot.text;
import static dev.relevo.bot.TestBot.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.Beside;
import dev.relevo.bot.TestBot;
import dev.relevo.bot.channel.Arrival;
import dev.relevo.bot.channel.Delivery;
import dev.relevo.bot.channel.Dispatch;
import dev.relevo.bot.channel.Intake;
import dev.relevo.bot.responder.Outcome;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Transcript;
import dev.relevo.crm.team.Member;
import dev.relevo.crm.workspace.Guards;
import dev.relevo.crm.workspace.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A person takes the floor while the bot is answering: again and again, on a real database,
/// counted where it matters, at the provider. Bot and person meet at a barrier before one of the
/// three steps and then both go on; how much sooner one of them starts is steered so that both win
/// often.
@Beside
@Order(2)
class FloorRaceIT {

  private static final int LANES = 500;

  /// Where they meet.
  private enum Step {
    /// The bot has decided and is about to write its words down. It wins when they are written.
    APPLY,
    /// The provider has put its words off, and they are about to be claimed by the courier once
    /// more. It wins when they leave.
    CLAIM,
    /// Its request is at the provider, who takes a little time. It wins when it is answered first.
    WIRE
  }

  /// One thread of talk, and what happens in it this round.
  private static final class Lane {
    final TestBot.Customer customer;
    final ContactId id;
    final List<String> log = new ArrayList<>();
    volatile Step step = Step.APPLY;
    volatile CyclicBarrier barrier = new CyclicBarrier(2);
    volatile boolean answered;
    volatile boolean putOff;

    Lane(TestBot.Customer customer, ContactId id) {
      this.customer = customer;
      this.id = id;
    }
  }

  /// Keeps both sides winning: after a round the start of whoever won too often shrinks.
  private static final class Balance {
    private double start = 100_000_000;
    private int bot;
    private int person;
    private int waited;
    private int played;

    /// How long the quicker side waits: anything between nothing and twice the usual start.
    synchronized long nanos() {
      return (long) (start * 2 * ThreadLocalRandom.current().nextDouble());
    }

    /// @param theWaiting whether the side that waits has won
    synchronized void won(boolean byBot, boolean theWaiting) {
      if (byBot) {
        bot++;
      } else {
        person++;
      }
      played++;
      waited += theWaiting ? 1 : 0;
    }

    synchronized void roundIsOver() {
      var share = played == 0 ? 0.5 : (double) waited / played;
      start = Math.clamp(start * Math.pow(4, 2 * (share - 0.5)), 10_000, 5_000_000_000L);
      waited = 0;
      played = 0;
    }

    synchronized double share() {
      return (double) bot / (bot + person);
    }

    @Override
    public synchronized String toString() {
      return "bot %d, person %d".formatted(bot, person);
    }
  }

  private final Map<ContactId, Lane> lanes = new ConcurrentHashMap<>();
  private final Map<Step, Balance> balances = new EnumMap<>(Step.class);

  FloorRaceIT() {
    for (var step : Step.values()) {
      balances.put(step, new Balance());
    }
  }

  @Test
  void neverSaysAWordOfTheBotAfterAPersonsFirst() throws Exception {
    race(3);
  }

  @Test
  @Tag("long")
  void norInTenThousandInterleavings() throws Exception {
    race(20);
  }

  private void race(int rounds) throws Exception {
    var started = System.nanoTime();
    try (var bot = TestBot.thinking(this::think, Clock.systemUTC(), Map.of());
        var people = Executors.newVirtualThreadPerTaskExecutor()) {
      bot.settings(FloorRaceIT::unguarded);
      bot.channel().alwaysAnswering(this::deliver);
      var member = bot.aMember();
      for (int i = 0; i < LANES; i++) {
        var customer = bot.aCustomer();
        customer.writes("first");
        var lane = new Lane(customer, customer.id());
        lanes.put(lane.id, lane);
      }
      for (int round = 0; round < rounds; round++) {
        round(bot, people, member, round);
      }
    }
    var violations = lanes.values().stream().mapToInt(it -> violations(it.log)).sum();
    var talk = lanes.values().stream().mapToInt(it -> it.log.size()).sum();
    System.out.printf(
        "%d interleavings in %d s: %s; %d entries in the provider's log, %d violations%n",
        LANES * rounds,
        Duration.ofNanos(System.nanoTime() - started).toSeconds(),
        balances,
        talk,
        violations);
    assertThat(violations).isZero();
    // Both ways were met often, also while the balance was still being found: dozens of times each.
    balances.forEach(
        (step, balance) -> assertThat(balance.share()).as(step.name()).isBetween(0.1, 0.9));
  }

  /// Every customer asks, the bot answers, a person takes over in the midst of it and speaks; once
  /// all is quiet the floor goes back.
  private void round(TestBot bot, ExecutorService people, Member member, int round)
      throws Exception {
    for (var lane : lanes.values()) {
      lane.step = Step.values()[(int) ((lane.id.value() + round) % 3)];
      lane.barrier = new CyclicBarrier(2);
      lane.answered = false;
      lane.putOff = false;
    }
    var takeOvers = new ArrayList<Future<?>>();
    for (var lane : lanes.values()) {
      takeOvers.add(people.submit(() -> takeOver(bot, lane, member, round)));
    }
    bot.bean(Intake.class)
        .accept(
            bot.channel(),
            lanes.values().stream()
                .<Arrival>map(it ->
                    it.customer.message(
                        "m-" + it.id.value() + "-" + round, new Content.Text("question " + round)))
                .toList());
    for (var each : takeOvers) {
      each.get(60, TimeUnit.SECONDS);
    }
    TestBot.await("all is quiet", () -> quiet(bot));
    judge(bot, round);
    balances.values().forEach(Balance::roundIsOver);
    giveBack(bot, member);
  }

  private void takeOver(TestBot bot, Lane lane, Member member, int round) {
    meet(lane);
    if (lane.step != Step.WIRE) {
      LockSupport.parkNanos(balance(lane.step).nanos());
    }
    bot.outbox().post(personal(lane, member, "person " + round));
    if (lane.step == Step.WIRE) {
      balance(Step.WIRE).won(lane.answered, lane.answered);
    }
  }

  private static Post personal(Lane lane, Member member, String words) {
    return new Post(
        lane.id,
        new Author.Person(member.id()),
        List.of(new Content.Text(words)),
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }

  private Outcome think(Transcript transcript) {
    var words = words(transcript.message());
    var lane = lanes.get(transcript.contact().id());
    if (lane == null || !words.startsWith("question")) {
      return new Outcome.Silence("not in the race");
    }
    if (lane.step == Step.APPLY) {
      meet(lane);
    }
    return new Outcome.Reply(List.of(new Content.Text("bot " + words)), grounds(""), List.of());
  }

  /// The provider: puts off or takes its time, then accepts, and writes down what it accepted, in
  /// its order.
  private Delivery deliver(Dispatch dispatch) {
    var lane = lanes.get(dispatch.to().contact());
    var words = text(dispatch.content());
    if (lane == null) {
      return new Delivery.Refused("?", "unknown");
    }
    var first = words.startsWith("bot") && !lane.putOff;
    if (first && lane.step == Step.CLAIM) {
      lane.putOff = true;
      meet(lane);
      return new Delivery.RetryLater(
          "503", "busy", Optional.of(Duration.ZERO), Delivery.Scope.PARCEL);
    }
    if (first && lane.step == Step.WIRE) {
      meet(lane);
      LockSupport.parkNanos(balance(Step.WIRE).nanos());
    }
    synchronized (lane.log) {
      lane.log.add(words);
      lane.answered = lane.answered || words.startsWith("bot");
    }
    return new Delivery.Accepted("p-" + dispatch.reference() + "-" + System.nanoTime());
  }

  private static void meet(Lane lane) {
    try {
      lane.barrier.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("they did not meet", e);
    }
  }

  private void judge(TestBot bot, int round) {
    var outcomes = new HashMap<Long, String>();
    bot.jdbc()
        .sql(
            """
            SELECT DISTINCT ON (contact_id) contact_id, outcome FROM bot.inbound
            WHERE workspace_id = :workspace ORDER BY contact_id, id DESC
            """)
        .param("workspace", bot.workspace().value())
        .query(row -> {
          outcomes.put(row.getLong(1), row.getString(2));
        });
    for (var lane : lanes.values()) {
      var left = said(lane, "bot question " + round);
      var written = "REPLY".equals(outcomes.get(lane.id.value()));
      assertThat(said(lane, "person " + round)).isTrue();
      switch (lane.step) {
        case APPLY -> balance(Step.APPLY).won(written, !written);
        case CLAIM -> balance(Step.CLAIM).won(left, !left);
        case WIRE -> assertThat(left).isTrue();
      }
    }
  }

  private void giveBack(TestBot bot, Member member) {
    new TransactionTemplate(bot.bean(PlatformTransactionManager.class))
        .executeWithoutResult(_ ->
            lanes.values().stream()
                .sorted(Comparator.comparingLong(it -> it.id.value()))
                .forEach(it -> bot.floor().give(it.id, new Author.Person(member.id()), "test")));
    for (var lane : lanes.values()) {
      synchronized (lane.log) {
        lane.log.add("back");
      }
    }
  }

  private Balance balance(Step step) {
    return Objects.requireNonNull(balances.get(step));
  }

  private static boolean said(Lane lane, String words) {
    synchronized (lane.log) {
      return lane.log.contains(words);
    }
  }

  /// Nothing is under way any more.
  private static boolean quiet(TestBot bot) {
    return bot.jdbc()
        .sql(
            """
            SELECT NOT EXISTS (SELECT 1 FROM bot.inbound
                               WHERE workspace_id = :workspace AND state = 'WAITING')
               AND NOT EXISTS (SELECT 1 FROM bot.parcel
                               WHERE workspace_id = :workspace
                                 AND state IN ('QUEUED', 'SENDING', 'UNKNOWN'))
            """)
        .param("workspace", bot.workspace().value())
        .query(Boolean.class)
        .single();
  }

  /// Words of the bot that were accepted after a person's first and before the floor went back.
  private static int violations(List<String> log) {
    var person = false;
    var violations = 0;
    for (var entry : log) {
      if (entry.equals("back")) {
        person = false;
      } else if (entry.startsWith("person")) {
        person = true;
      } else if (person) {
        violations++;
      }
    }
    return violations;
  }

  private static Workspace unguarded(Workspace it) {
    return it.withGuards(
        new Guards(
            1_000_000,
            1_000_000,
            1_000_000,
            1_000_000,
            1_000_000,
            3,
            Duration.ofSeconds(60),
            Duration.ofHours(24)));
  }
}
