package dev.relevo.bot.live;

import static dev.relevo.bot.TestBot.await;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.Beside;
import dev.relevo.bot.TestBot;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Entry;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.team.MemberId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

@Beside
class NeighboursIT {

  private static final TestBot ONE = TestBot.answering(TestBot.ECHO);
  private static final TestBot TWO = ONE.another();
  private static final ContactId ANA = new ContactId(7);

  @AfterAll
  static void stop() {
    TWO.close();
    ONE.close();
  }

  @Test
  void whatIsSignalledOnOneReplicaIsHeardOnceOnEach() {
    var here = new Page();
    var there = new Page();
    try (var _ = live(ONE).follow(ONE.workspace(), here);
        var _ = live(TWO).follow(TWO.workspace(), there)) {
      var typing = typing(ANA);
      said(there, typing);
      var last = new Signal.Typing(ONE.workspace(), ANA, Author.BOT, false);
      live(TWO).signal(last);
      await("the answer", () -> here.signals.contains(last));
      // Notifications come in order: after this one an echo of the last would have come back.
      said(there, typing(new ContactId(10)));
      assertThat(here.signals).filteredOn(last::equals).hasSize(1);
      assertThat(there.signals).filteredOn(last::equals).hasSize(1);
      assertThat(here.signals).contains(typing);
    }
  }

  /// By the journal, which every replica reads: this needs no signals.
  @Test
  void whatIsCommittedOnOneReplicaReachesAPageThatIsOpenAtTheOther() {
    var customer = ONE.aCustomer();
    var there = new Page();
    try (var _ = live(TWO).follow(TWO.workspace(), there)) {
      customer.writes("hello");
      await("question and answer", () -> there.reads(TWO).equals(List.of("hello", "re: hello")));
      customer.hears(ONE.aMember(), "I am here");
      await("what a person wrote", () -> there.reads(TWO).size() == 3);
      assertThat(there.reads(TWO)).containsExactly("hello", "re: hello", "I am here");
    }
  }

  @Test
  void whoLooksAtAThreadIsKnownEverywhere() {
    var luisa = new MemberId(3);
    var bruno = new ContactId(8);
    live(TWO).signal(new Signal.Looking(ONE.workspace(), bruno, luisa, true));
    assertThat(live(TWO).lookers(bruno)).containsExactly(luisa);
    await("the other replica knows", () -> live(ONE).lookers(bruno).equals(List.of(luisa)));

    live(ONE).signal(new Signal.Looking(ONE.workspace(), bruno, luisa, false));
    await("that she left", () -> live(TWO).lookers(bruno).isEmpty());
  }

  @Test
  void moreThanFitsInOneNotificationComesInSeveralAndInOrder() {
    var there = new Page();
    try (var _ = live(TWO).follow(TWO.workspace(), there)) {
      said(there, typing(ANA));
      var many =
          LongStream.range(1_000_000, 1_000_800).mapToObj(it -> typing(new ContactId(it))).toList();
      many.forEach(live(ONE)::signal);
      await("all of them", () -> there.signals.contains(many.getLast()));
      assertThat(there.signals.subList(there.signals.size() - many.size(), there.signals.size()))
          .isEqualTo(many);
    }
  }

  @Test
  void aCutConnectionIsOpenedAgain() {
    var there = new Page();
    try (var _ = live(TWO).follow(TWO.workspace(), there)) {
      said(there, typing(ANA));
      var cut =
          ONE.jdbc()
              .sql(
                  """
                  SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                  WHERE datname = current_database() AND query ILIKE '%relevo_signal%'
                    AND pid <> pg_backend_pid()
                  """)
              .query(Integer.class)
              .single();
      assertThat(cut).isGreaterThanOrEqualTo(2);
      said(there, typing(new ContactId(9)));
    }
  }

  /// Says it again and again, as pages do, until it is heard there.
  private static void said(Page there, Signal signal) {
    await(
        "it is heard on the other replica",
        () -> {
          live(ONE).signal(signal);
          return there.signals.contains(signal);
        });
  }

  private static Signal typing(ContactId contact) {
    return new Signal.Typing(ONE.workspace(), contact, Author.CUSTOMER, true);
  }

  private static Live live(TestBot replica) {
    return replica.bean(Live.class);
  }

  private static final class Page implements Live.Listener {

    private static final Set<String> SAID = Set.of("message.received", "message.sent");

    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final List<Signal> signals = new CopyOnWriteArrayList<>();

    /// The messages it was told of, as they stand at a replica.
    private List<String> reads(TestBot replica) {
      return entries.stream()
          .filter(it -> SAID.contains(it.event().kind()))
          .map(it -> requireNonNull(it.event().data().get("message")))
          .map(it -> new MessageId(Long.parseLong(it)))
          .map(it -> replica.conversations().message(it).orElseThrow())
          .map(TestBot::words)
          .toList();
    }

    @Override
    public void changed(List<Entry> entries) {
      this.entries.addAll(entries);
    }

    @Override
    public void signalled(Signal signal) {
      signals.add(signal);
    }

    @Override
    public void missed() {}
  }
}
