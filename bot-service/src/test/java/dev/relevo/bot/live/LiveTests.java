package dev.relevo.bot.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.crm.SettableClock;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Entry;
import dev.relevo.crm.conversation.Event;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveTests {

  private static final WorkspaceId HERE = new WorkspaceId(1);
  private static final WorkspaceId ELSEWHERE = new WorkspaceId(2);
  private static final ContactId ANA = new ContactId(7);

  private final FakeJournal journal = new FakeJournal();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T12:00:00Z"));
  private final Live live = new Live(journal, Duration.ofMillis(2), clock);

  @AfterEach
  void end() {
    live.close();
  }

  @Test
  void tellsWhatBecameTrueInTheWorkspaceInOrderAndNothingOfAnother() throws InterruptedException {
    journal.append(HERE, 1);
    var page = new Page();
    try (var _ = live.follow(HERE, page)) {
      journal.append(HERE, 3);
      journal.append(ELSEWHERE, 5);
      journal.append(HERE, 2);
      page.awaitEntries(5);
    }
    assertThat(page.numbers()).containsExactly(2L, 3L, 4L, 10L, 11L);
  }

  @Test
  void doesNotReadTheJournalWhileNobodyListens() throws InterruptedException {
    var page = new Page();
    var following = live.follow(HERE, page);
    journal.append(HERE, 1);
    page.awaitEntries(1);
    following.close();
    journal.awaitQuiet();
    var reads = journal.reads.get();
    assertThat(new CountDownLatch(1).await(30, TimeUnit.MILLISECONDS)).isFalse();
    assertThat(journal.reads.get()).isEqualTo(reads);

    var again = new Page();
    try (var _ = live.follow(HERE, again)) {
      journal.append(HERE, 1);
      again.awaitEntries(1);
    }
    assertThat(again.numbers()).containsExactly(2L);
  }

  @Test
  void aSlowPageHoldsUpNobodyAndIsToldThatItMissed() throws InterruptedException {
    var slow = new Page();
    var gate = slow.blockNext();
    var quick = new Page();
    try (var _ = live.follow(HERE, slow);
        var _ = live.follow(HERE, quick)) {
      journal.append(HERE, 1);
      slow.blocked.await();
      // In portions that fit the mailbox, so that the quick page never misses anything itself.
      journal.append(HERE, Follower.MAILBOX / 2);
      quick.awaitEntries(1 + Follower.MAILBOX / 2);
      journal.append(HERE, Follower.MAILBOX / 2);
      quick.awaitEntries(1 + Follower.MAILBOX);
      journal.append(HERE, 10);
      quick.awaitEntries(Follower.MAILBOX + 11);
      // Read only once everybody was told what came before.
      journal.append(HERE, 1);
      quick.awaitEntries(Follower.MAILBOX + 12);
      gate.countDown();
      slow.awaitMissed();
      journal.append(HERE, 1);
      slow.awaitNumber(Follower.MAILBOX + 13);
    }
    assertThat(slow.numbers())
        .startsWith(1L)
        .noneMatch(it -> it > 1 && it < Follower.MAILBOX + 12)
        .endsWith(Follower.MAILBOX + 13L);
  }

  @Test
  void aDatabaseThatCannotBeReadForAWhileLosesNothing() throws InterruptedException {
    var page = new Page();
    try (var _ = live.follow(HERE, page)) {
      journal.failures.set(5);
      journal.append(HERE, 3);
      page.awaitEntries(3);
    }
    assertThat(page.numbers()).containsExactly(1L, 2L, 3L);
    assertThat(journal.failures.get()).isNotPositive();
  }

  @Test
  void signalsReachThoseWhoFollowTheWorkspace() throws InterruptedException {
    var page = new Page();
    var stranger = new Page();
    try (var _ = live.follow(HERE, page);
        var _ = live.follow(ELSEWHERE, stranger)) {
      live.signal(new Signal.Typing(HERE, ANA, Author.CUSTOMER, true));
      live.signal(new Signal.Typing(ELSEWHERE, ANA, Author.BOT, true));
      page.awaitSignals(1);
      stranger.awaitSignals(1);
    }
    assertThat(page.signals).containsExactly(new Signal.Typing(HERE, ANA, Author.CUSTOMER, true));
    assertThat(stranger.signals)
        .containsExactly(new Signal.Typing(ELSEWHERE, ANA, Author.BOT, true));
  }

  @Test
  void whoLooksAtAThreadIsForgottenUnlessSaidAgain() {
    var luisa = new MemberId(3);
    var pedro = new MemberId(2);
    live.signal(new Signal.Looking(HERE, ANA, luisa, true));
    live.signal(new Signal.Looking(HERE, ANA, pedro, true));
    assertThat(live.lookers(ANA)).containsExactly(pedro, luisa);

    live.signal(new Signal.Looking(HERE, ANA, pedro, false));
    assertThat(live.lookers(ANA)).containsExactly(luisa);

    clock.goOn(Live.LOOKS_FOR.plusSeconds(1));
    assertThat(live.lookers(ANA)).isEmpty();
  }

  private static final class FakeJournal implements Poller.Source {
    final List<Entry> entries = new ArrayList<>();
    final AtomicInteger reads = new AtomicInteger();
    final AtomicInteger failures = new AtomicInteger();

    synchronized void append(WorkspaceId workspace, int count) {
      IntStream.range(0, count)
          .mapToObj(_ ->
              new Entry(
                  new Entry.Position(1, entries.size() + 1),
                  new Event(
                      workspace,
                      Optional.of(ANA),
                      Optional.empty(),
                      "message.received",
                      Author.CUSTOMER,
                      Map.of()),
                  Instant.EPOCH))
          .forEach(entries::add);
    }

    @Override
    public synchronized Entry.Position end() {
      return new Entry.Position(1, entries.size());
    }

    @Override
    public synchronized List<Entry> after(Entry.Position position, int limit) {
      reads.incrementAndGet();
      if (failures.getAndDecrement() > 0) {
        throw new IllegalStateException("the database is away");
      }
      return entries.stream().skip(position.id()).limit(limit).toList();
    }

    /// Two polls' time without a read.
    void awaitQuiet() throws InterruptedException {
      var before = -1;
      while (before != reads.get()) {
        before = reads.get();
        new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
      }
    }
  }

  private static final class Page implements Live.Listener {
    final List<Entry> entries = new ArrayList<>();
    final List<Signal> signals = new ArrayList<>();
    final CountDownLatch blocked = new CountDownLatch(1);
    Optional<CountDownLatch> gate = Optional.empty();
    int missed;

    CountDownLatch blockNext() {
      var latch = new CountDownLatch(1);
      gate = Optional.of(latch);
      return latch;
    }

    @Override
    public void changed(List<Entry> more) {
      add(more);
      gate.ifPresent(this::block);
    }

    private synchronized void add(List<Entry> more) {
      entries.addAll(more);
      notifyAll();
    }

    private void block(CountDownLatch latch) {
      gate = Optional.empty();
      blocked.countDown();
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public synchronized void signalled(Signal signal) {
      signals.add(signal);
      notifyAll();
    }

    @Override
    public synchronized void missed() {
      missed++;
      notifyAll();
    }

    synchronized List<Long> numbers() {
      return entries.stream().map(it -> it.position().id()).toList();
    }

    void awaitEntries(int count) throws InterruptedException {
      await(() -> entries.size() >= count);
    }

    void awaitNumber(long number) throws InterruptedException {
      await(() -> numbers().contains(number));
    }

    void awaitSignals(int count) throws InterruptedException {
      await(() -> signals.size() >= count);
    }

    void awaitMissed() throws InterruptedException {
      await(() -> missed > 0);
    }

    private synchronized void await(java.util.function.BooleanSupplier condition)
        throws InterruptedException {
      var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
      while (!condition.getAsBoolean()) {
        assertThat(System.nanoTime()).as("waited 10 s").isLessThan(deadline);
        wait(50);
      }
    }
  }
}
