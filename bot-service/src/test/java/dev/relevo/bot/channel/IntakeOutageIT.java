package dev.relevo.bot.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.TestBot;
import dev.relevo.crm.SettableClock;
import dev.relevo.crm.TestCrm;
import dev.relevo.crm.TestDatabase;
import dev.relevo.crm.contact.Alias;
import dev.relevo.crm.contact.Sender;
import dev.relevo.crm.conversation.Content;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/// What a provider hears when its call cannot be stored: come again, and nothing of it stays
/// behind.
class IntakeOutageIT {

  private final FailingDatabase database = new FailingDatabase(TestDatabase.dataSource());
  private final TestCrm crm =
      new TestCrm(
          database, new SettableClock(Instant.parse("2026-06-01T12:00:00Z")), LedgerBeans.all());
  private final Intake intake = crm.bean(Intake.class);
  private final FakeProvider provider =
      new FakeProvider(TestCrm.WHATSAPP.value(), crm.workspace())
          .reading(phone -> List.of(message(phone)));
  private final WebhookServlet servlet =
      new WebhookServlet(
          new Webhooks(new Channels(List.of(provider)), intake, new SimpleMeterRegistry()),
          new BodyBudget(256L * 1024 * 1024));

  @AfterEach
  void stop() {
    database.over();
    intake.destroy();
  }

  @Test
  void whileTheDatabaseIsAwayTheProviderIsToldToComeAgain() throws Exception {
    var phone = TestCrm.aPhone();
    database.after(0);

    var refused = call(phone);

    assertThat(refused.getStatus()).isEqualTo(503);
    assertThat(refused.getHeader("Retry-After")).isEqualTo("2");
    assertThat(refused.getContentLength()).isZero();
    database.over();
    assertThat(call(phone).getStatus()).isEqualTo(200);
    assertThat(messages(phone)).isEqualTo(1);
  }

  @Test
  void aDatabaseThatGoesAwayAtAnyStatementLeavesNothingHalfDone() throws Exception {
    var statements = 0;
    for (var done = false; !done; statements++) {
      var phone = TestCrm.aPhone();
      database.after(statements);
      var status = call(phone).getStatus();
      database.over();
      done = status == 200;
      assertThat(status).isIn(200, 503);
      assertThat(messages(phone)).as("after %d statements", statements).isEqualTo(done ? 1 : 0);
      assertThat(crm.contacts().address(crm.workspace(), TestCrm.WHATSAPP, phone).isPresent())
          .as("after %d statements", statements)
          .isEqualTo(done);
      assertThat(call(phone).getStatus()).isEqualTo(200);
      assertThat(messages(phone)).isEqualTo(1);
    }
    assertThat(statements).as("statements of an accepting transaction").isGreaterThan(5);
  }

  @Test
  void whatFindsNoRoomIsNotTakenForUnreadable() throws Exception {
    var phone = TestCrm.aPhone();
    // As many as all tries of one call, so that a last one, without the words, would succeed.
    database.fullFor(9);

    var statuses = new ArrayList<Integer>();
    while (!statuses.contains(200)) {
      assertThat(statuses).as("it must end").hasSizeLessThan(10);
      statuses.add(call(phone).getStatus());
    }

    assertThat(statuses).containsExactly(503, 503, 503, 200);
    assertThat(words(phone)).contains("Hola");
  }

  @Test
  void whenTooMuchWaitsFurtherCallsAreRefusedAtOnceAndTheOthersStored() throws Exception {
    var refused = new CountDownLatch(1);
    try (var providers = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls = new ArrayList<Future<Integer>>();
      crm.transaction()
          .executeWithoutResult(_ -> {
            crm.jdbc().sql("LOCK TABLE bot.inbound IN ACCESS EXCLUSIVE MODE").update();
            assertThat(health()).isEqualTo("UP");
            while (refused.getCount() > 0) {
              calls.add(providers.submit(calling(refused)));
              LockSupport.parkNanos(10_000);
            }
            awaitHealth("BEHIND");
          });
      var stored = 0;
      for (var call : calls) {
        var status = call.get();
        assertThat(status).isIn(200, 503);
        stored += status == 200 ? 1 : 0;
      }
      assertThat(stored).isGreaterThanOrEqualTo(1_500).isLessThan(calls.size());
      assertThat(stored())
          .as("every call answered with 200 is stored, and no other")
          .isEqualTo(stored);
      assertThat(health()).as("a moment later").isEqualTo("BEHIND");
      awaitHealth("UP");
    }
  }

  private String health() {
    return new IntakeHealth(crm.bean(GroupCommit.class)).health().getStatus().getCode();
  }

  private void awaitHealth(String status) {
    TestBot.await("health says " + status, () -> health().equals(status));
  }

  private Callable<Integer> calling(CountDownLatch refused) {
    return () -> {
      var response = call(TestCrm.aPhone());
      if (response.getStatus() == 503) {
        assertThat(response.getHeader("Retry-After")).isEqualTo("2");
        refused.countDown();
      }
      return response.getStatus();
    };
  }

  private MockHttpServletResponse call(Alias phone) throws Exception {
    var request = new MockHttpServletRequest("POST", "/webhooks/" + TestCrm.WHATSAPP.value());
    request.setPathInfo("/" + TestCrm.WHATSAPP.value());
    request.setContent(phone.value().getBytes(StandardCharsets.UTF_8));
    var response = new MockHttpServletResponse();
    servlet.service(request, response);
    return response;
  }

  private static Arrival message(String phone) {
    return new Arrival.Message(
        "w-" + phone,
        new Sender(List.of(new Alias(Alias.Kind.PHONE, phone)), Optional.empty(), Optional.empty()),
        new Content.Text("Hola"),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        "{}");
  }

  private String words(Alias phone) {
    return crm.jdbc()
        .sql(
            """
            SELECT m.content::text FROM crm.message m JOIN bot.inbound i ON i.message_id = m.id
            WHERE i.workspace_id = :w AND i.external_id = :id
            """)
        .param("w", crm.workspace().value())
        .param("id", "w-" + phone.value())
        .query(String.class)
        .single();
  }

  private long messages(Alias phone) {
    return crm.jdbc()
        .sql("SELECT count(*) FROM bot.inbound WHERE workspace_id = :w AND external_id = :id")
        .param("w", crm.workspace().value())
        .param("id", "w-" + phone.value())
        .query(Long.class)
        .single();
  }

  private long stored() {
    return crm.jdbc()
        .sql("SELECT count(*) FROM bot.inbound WHERE workspace_id = :w")
        .param("w", crm.workspace().value())
        .query(Long.class)
        .single();
  }
}
