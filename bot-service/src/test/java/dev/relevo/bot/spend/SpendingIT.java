package dev.relevo.bot.spend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.assistant.Bounds;
import dev.relevo.bot.spend.Reservation.Bound;
import dev.relevo.bot.spend.Reservation.Granted;
import dev.relevo.bot.spend.Reservation.Refused;
import dev.relevo.crm.TestCrm;
import dev.relevo.crm.conversation.ConversationId;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.team.MemberId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SpendingIT {

  private final TestCrm crm = TestSpending.crm();
  private final Spending spending = crm.bean(Spending.class);
  private final Budgets budgets = crm.bean(Budgets.class);
  private final Calls calls = crm.bean(Calls.class);
  private final TestCrm.Person ana = crm.aContact();

  @Test
  void aReservationCountsAtItsWorstUntilItIsSettled() {
    var call = granted(claims().loose());
    assertThat(month()).isEqualTo(Claims.WORST);
    assertThat(call(call).state()).isEqualTo(Call.State.RESERVED);

    spending.settle(call, Claims.took(60, 10));

    assertThat(month()).isEqualTo(80);
    assertThat(call(call).micros()).isEqualTo(80);
    assertThat(call(call).state()).isEqualTo(Call.State.ANSWERED);
  }

  @Test
  void aSecondSettlementChangesNothing() {
    var call = granted(claims().loose());
    spending.settle(call, Claims.took(60, 10));
    spending.settle(call, Claims.took(1, 1));
    assertThat(month()).isEqualTo(80);
  }

  @Test
  void whatACrashLeavesUnsettledStaysSpent() {
    budget(Claims.WORST + 50);
    granted(claims().loose());
    crm.clock().goOn(Duration.ofHours(2));
    assertThat(month()).isEqualTo(Claims.WORST);
    assertThat(spending.reserve(claims().loose())).isEqualTo(new Refused(Bound.MONTH));
  }

  @Test
  void aRefusalLeavesNoTrace() {
    budget(Claims.WORST - 1);
    var conversation = new ConversationId(7);
    assertThat(spending.reserve(claims().in(conversation))).isEqualTo(new Refused(Bound.MONTH));
    assertThat(month()).isZero();
    budget(10 * Claims.WORST);
    // The refused one took nothing of the conversation's single call either.
    assertThat(spending.reserve(claims(bounds(9, 9, 1, 1_000, 1_000)).in(conversation)))
        .isInstanceOf(Granted.class);
  }

  @Test
  void aNewMonthBeginsInTheWorkspacesZone() {
    budget(Claims.WORST);
    granted(claims().loose());
    // Guayaquil lies five hours behind: there it is still 30 June.
    crm.clock().goOn(Duration.ofDays(29).plusHours(16));
    assertThat(spending.reserve(claims().loose())).isEqualTo(new Refused(Bound.MONTH));
    crm.clock().goOn(Duration.ofHours(2));
    assertThat(spending.reserve(claims().loose())).isInstanceOf(Granted.class);
    assertThat(budgets.month(crm.workspace()).first()).isEqualTo(LocalDate.of(2026, 7, 1));
  }

  @Test
  void aTurnHasSoManyCalls() {
    var message = new MessageId(11);
    var claims = claims(bounds(2, 9, 9, 9_000, 9_000));
    granted(claims.answering(message, false));
    granted(claims.answering(message, false));
    assertThat(spending.reserve(claims.answering(message, false)))
        .isEqualTo(new Refused(Bound.TURN));
    assertThat(spending.reserve(claims.answering(new MessageId(12), false)))
        .isInstanceOf(Granted.class);
  }

  @Test
  void aTurnHasSoManyToolStepsAndThenMustAnswer() {
    var message = new MessageId(21);
    var claims = claims(bounds(9, 1, 9, 9_000, 9_000));
    var call = granted(claims.answering(message, true));
    spending.settle(call, Claims.took(60, 10, new Taken.Step("tag", "{\"tag\":\"vip\"}")));
    assertThat(spending.reserve(claims.answering(message, true)))
        .isEqualTo(new Refused(Bound.TURN));
    assertThat(spending.reserve(claims.answering(message, false))).isInstanceOf(Granted.class);
  }

  @Test
  void aConversationHasSoManyCallsTokensAndMoney() {
    assertThat(grantedIn(31, bounds(9, 9, 3, 9_000, 9_000))).isEqualTo(3);
    assertThat(grantedIn(32, bounds(9, 9, 9, 299, 9_000))).isEqualTo(1);
    assertThat(grantedIn(33, bounds(9, 9, 9, 9_000, 2 * Claims.WORST))).isEqualTo(2);
  }

  @Test
  void fiftyConversationsAtOnceOnTwoReplicasStayWithinTheBudget() throws Exception {
    budget(10 * Claims.WORST + 1);
    var other = TestSpending.crm().bean(Spending.class);
    var barrier = new CyclicBarrier(50);
    var results = new ArrayList<Future<Reservation>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        var claim = claims().in(new ConversationId(100 + i));
        var replica = i % 2 == 0 ? spending : other;
        results.add(
            threads.submit(() -> {
              barrier.await();
              return replica.reserve(claim);
            }));
      }
    }
    assertThat(results.stream().map(SpendingIT::result).filter(Granted.class::isInstance))
        .hasSize(10);
    assertThat(month()).isEqualTo(10 * Claims.WORST);
  }

  @Test
  void oneConversationAtOnceStaysWithinItsBound() throws Exception {
    var claims = claims(bounds(99, 9, 5, 90_000, 90_000));
    var results = new ArrayList<Future<Reservation>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        results.add(threads.submit(() -> spending.reserve(claims.in(new ConversationId(41)))));
      }
    }
    assertThat(results.stream().map(SpendingIT::result).filter(Granted.class::isInstance))
        .hasSize(5);
  }

  @Test
  void peopleAreWarnedBeforeTheBudgetIsSpent() {
    budgets.save(crm.workspace(), new Budget(Optional.of(4 * Claims.WORST), 75), member());
    granted(claims().loose());
    granted(claims().loose());
    assertThat(budgets.month(crm.workspace()).level()).isEqualTo(Budgets.Month.Level.FINE);
    granted(claims().loose());
    assertThat(budgets.month(crm.workspace()).level()).isEqualTo(Budgets.Month.Level.WARNING);
    granted(claims().loose());
    assertThat(budgets.month(crm.workspace()).level()).isEqualTo(Budgets.Month.Level.SPENT);
  }

  @Test
  void aContactThatIsGoneIsARefusal() {
    var claim = claims().loose();
    crm.contacts().erase(crm.workspace(), ana.id());
    assertThat(spending.reserve(claim)).isEqualTo(new Refused(Bound.CONVERSATION));
    assertThat(month()).isZero();
  }

  @Test
  void aCallTellsWhyAnAnswerWasGiven() {
    var message = new MessageId(51);
    var call = granted(claims().answering(message, true));
    spending.settle(call, Claims.took(60, 10, new Taken.Step("tag", "{\"tag\":\"vip\"}")));
    var note = new Note("reply", List.of(new Note.Shown("precios", 0.83)), List.of("precios"));
    spending.note(crm.workspace(), call, note);

    var seen = calls.of(crm.workspace(), message);

    assertThat(seen).hasSize(1);
    assertThat(seen.getFirst().request()).contains("{\"messages\":[]}");
    assertThat(seen.getFirst().answer()).contains("Cuesta 29.");
    assertThat(seen.getFirst().steps()).containsExactly(new Taken.Step("tag", "{\"tag\":\"vip\"}"));
    assertThat(seen.getFirst().latency()).contains(Duration.ofMillis(700));
    assertThat(seen.getFirst().note()).contains(note);
    assertThat(calls.find(TestSpending.crm().workspace(), call)).isEmpty();
  }

  @Test
  void costsAreCutByDayConversationAssistantAndPurpose() {
    spending.settle(granted(claims().in(new ConversationId(61))), Claims.took(60, 10));
    crm.clock().goOn(Duration.ofDays(1));
    spending.settle(granted(claims().in(new ConversationId(62))), Claims.took(50, 0));
    spending.settle(granted(claims().in(new ConversationId(62))), Claims.took(70, 0));
    var june = new Calls.Period(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 30));

    assertThat(calls.costs(crm.workspace(), june, Calls.Cut.DAY))
        .containsExactly(
            new Calls.Cost("2026-06-01", 1, 0, 60, 10, 80),
            new Calls.Cost("2026-06-02", 2, 0, 120, 0, 120));
    assertThat(calls.costs(crm.workspace(), june, Calls.Cut.CONVERSATION))
        .extracting(Calls.Cost::key)
        .containsExactly("62", "61");
    assertThat(calls.costs(crm.workspace(), june, Calls.Cut.ASSISTANT))
        .containsExactly(new Calls.Cost("0", 3, 0, 180, 10, 200));
    assertThat(calls.costs(crm.workspace(), june, Calls.Cut.PURPOSE))
        .extracting(Calls.Cost::key)
        .containsExactly("ANSWER");
  }

  private long grantedIn(long conversation, Bounds bounds) {
    int granted = 0;
    while (granted < 9
        && spending.reserve(claims(bounds).in(new ConversationId(conversation)))
            instanceof Granted) {
      granted++;
    }
    assertThat(spending.reserve(claims(bounds).in(new ConversationId(conversation))))
        .isEqualTo(new Refused(Bound.CONVERSATION));
    return granted;
  }

  private static Reservation result(Future<Reservation> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException failed) {
      throw new AssertionError(failed);
    }
  }

  private long granted(Claim claim) {
    return spending.reserve(claim) instanceof Granted(var call) ? call : -1;
  }

  private Call call(long id) {
    return calls.find(crm.workspace(), id).orElseThrow();
  }

  private long month() {
    return budgets.month(crm.workspace()).micros();
  }

  private void budget(long micros) {
    budgets.save(crm.workspace(), new Budget(Optional.of(micros), 80), member());
  }

  private MemberId member() {
    return crm.aMember().id();
  }

  private Claims claims() {
    return claims(Bounds.DEFAULT);
  }

  private Claims claims(Bounds bounds) {
    return new Claims(crm, ana, bounds);
  }

  private static Bounds bounds(int callsPerTurn, int steps, int calls, long tokens, long micros) {
    return new Bounds(callsPerTurn, steps, 1_500, 400, calls, tokens, micros);
  }
}
