package dev.relevo.bot.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.TestBot;
import dev.relevo.crm.TestCrm;
import dev.relevo.crm.contact.Alias;
import dev.relevo.crm.contact.Sender;
import dev.relevo.crm.conversation.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every way into the ledger keeps.
abstract class EntranceContract {

  abstract TestCrm crm();

  abstract Intake intake();

  abstract WebhookChannel channel();

  @Test
  void whatWasTakenIsSoonInTheLedgerOnceHoweverOftenItCame() {
    var ana = TestCrm.aPhone();
    for (var n = 0; n < 3; n++) {
      take(said(ana, "1", "Hola"), said(ana, "1", "Hola"), said(ana, "2", "¿Están?"));
    }
    take(said(ana, "3", "¿Hay alguien?"));
    awaitLedger(ana, List.of("1", "2", "3"));
    assertThat(messages(ana)).isEqualTo(3);
  }

  @Test
  void whatOnePersonSendsComesInItsOrder() throws Exception {
    var people = IntStream.range(0, 12).mapToObj(_ -> TestCrm.aPhone()).toList();
    var calls = new ArrayList<Callable<Integer>>();
    for (var person : people) {
      calls.add(() -> {
        IntStream.range(0, 25).forEach(it -> take(said(person, "" + it, "n" + it)));
        return 25;
      });
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var call : threads.invokeAll(calls)) {
        assertThat(call.get()).isEqualTo(25);
      }
    }
    var order = IntStream.range(0, 25).mapToObj(Integer::toString).toList();
    people.forEach(it -> awaitLedger(it, order));
  }

  @Test
  void receiptsAreKeptOnceEach() {
    var wamid = "w-" + UUID.randomUUID();
    for (var n = 0; n < 2; n++) {
      take(
          receipt(wamid, Arrival.Receipt.Kind.READ),
          receipt(wamid, Arrival.Receipt.Kind.SENT),
          receipt(wamid, Arrival.Receipt.Kind.SENT));
    }
    TestBot.await(
        "both receipts",
        () ->
            crm()
                .jdbc()
                .sql("SELECT kind FROM bot.receipt WHERE external_id = :id ORDER BY kind")
                .param("id", wamid)
                .query((row, _) -> row.getString(1))
                .list()
                .equals(List.of("READ", "SENT")));
  }

  @Test
  void whatCannotBeStoredHoldsUpNothing() {
    var ana = TestCrm.aPhone();
    take(said(ana, "1", "Hola"), said(ana, "2", "nul \u0000 in it"), said(ana, "3", "¿Están?"));
    take(said(ana, "4", "¿Hay alguien?"));
    awaitLedger(ana, List.of("1", "2", "3", "4"));
  }

  @Test
  void everyKindOfArrivalArrives() {
    var ana = TestCrm.aPhone();
    var media =
        new Arrival.Message(
            ana.value() + "-1",
            sender(ana),
            new Content.Place(-0.18, -78.47, "Quito", "Ecuador"),
            Optional.of(crm().clock().instant()),
            Optional.of("w-before"),
            Map.of("id", "m-1", "mime", "image/png"),
            "{\"a\": 1}");
    var echo =
        new Arrival.Echo(
            ana.value() + "-2",
            sender(ana),
            new Content.Text("Ya le atiendo"),
            Optional.empty(),
            Map.of(),
            "{}");
    take(media, new Arrival.Unsupported("calls", "{}"));
    take(echo);
    awaitLedger(ana, List.of("1", "2"));

    var renamed = TestCrm.aPhone();
    take(new Arrival.AliasChanged(ana.value() + "-3", ana, renamed, "{}"));
    TestBot.await(
        "the new name",
        () -> crm().contacts().address(crm().workspace(), channel().id(), renamed).isPresent());
    assertThat(media(ana)).isEqualTo(1);
  }

  final Intake.Accepted take(Arrival... arrivals) {
    return intake().accept(channel(), List.of(arrivals));
  }

  final Arrival said(Alias who, String number, String text) {
    return new Arrival.Message(
        who.value() + "-" + number,
        sender(who),
        new Content.Text(text),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        "{}");
  }

  /// Waits until the ledger has exactly these of the person, in this order.
  final void awaitLedger(Alias who, List<String> numbers) {
    var wanted = numbers.stream().map(it -> who.value() + "-" + it).toList();
    TestBot.await("the ledger has them", () -> ledger(who).size() >= wanted.size());
    assertThat(ledger(who)).isEqualTo(wanted);
  }

  private List<String> ledger(Alias who) {
    return crm()
        .jdbc()
        .sql(
            "SELECT external_id FROM bot.inbound WHERE workspace_id = :w AND external_id LIKE :id ORDER BY id")
        .param("w", crm().workspace().value())
        .param("id", who.value() + "-%")
        .query((row, _) -> row.getString(1))
        .list();
  }

  private long messages(Alias who) {
    return crm()
        .jdbc()
        .sql("SELECT count(*) FROM crm.message WHERE workspace_id = :w AND external_id LIKE :id")
        .param("w", crm().workspace().value())
        .param("id", who.value() + "-%")
        .query(Long.class)
        .single();
  }

  private long media(Alias who) {
    return crm()
        .jdbc()
        .sql(
            """
            SELECT count(*) FROM bot.media m JOIN bot.inbound i USING (message_id)
            WHERE i.workspace_id = :w AND i.external_id LIKE :id
            """)
        .param("w", crm().workspace().value())
        .param("id", who.value() + "-%")
        .query(Long.class)
        .single();
  }

  private static Sender sender(Alias who) {
    return new Sender(List.of(who), Optional.of("Ana"), Optional.empty());
  }

  private static Arrival receipt(String wamid, Arrival.Receipt.Kind kind) {
    return new Arrival.Receipt(
        wamid,
        kind,
        Optional.of("relevo-7"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "{}");
  }
}
