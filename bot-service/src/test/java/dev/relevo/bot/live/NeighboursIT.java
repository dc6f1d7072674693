package dev.relevo.bot.live;

import static dev.relevo.bot.TestBot.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.Beside;
import dev.relevo.bot.TestBot;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Entry;
import dev.relevo.crm.team.MemberId;
import java.util.List;
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

    private final List<Signal> signals = new CopyOnWriteArrayList<>();

    @Override
    public void changed(List<Entry> entries) {}

    @Override
    public void signalled(Signal signal) {
      signals.add(signal);
    }

    @Override
    public void missed() {}
  }
}
