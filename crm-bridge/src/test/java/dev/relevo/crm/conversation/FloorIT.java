package dev.relevo.crm.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.crm.TestCrm;
import dev.relevo.crm.workspace.Switches;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FloorIT {
  private static final Switches NOTHING_BY_ITSELF =
      new Switches(false, false, false, false, Optional.empty());

  private final TestCrm crm = new TestCrm();
  private final TestCrm.Person ana = crm.aContact();
  private final Author.Person agent = new Author.Person(crm.aMember().id());

  @Test
  void takingAndGivingRaiseTheEpochOnce() {
    var heard = ana.says("Hola");
    assertThat(crm.floor().take(ana.id(), agent, "pause")).isTrue();
    assertThat(crm.floor().take(ana.id(), agent, "pause")).isFalse();
    assertThat(ana.thread().epoch()).isEqualTo(heard.epoch() + 1);
    assertThat(crm.floor().give(ana.id(), agent, "resume")).isTrue();
    assertThat(crm.floor().give(ana.id(), agent, "resume")).isFalse();
    assertThat(ana.thread().epoch()).isEqualTo(heard.epoch() + 2);
  }

  @Test
  void aPersonsReplyTakesTheFloor() {
    ana.says("Hola");
    ana.hears(agent, "Le atiendo");
    assertThat(ana.thread().botHasFloor()).isFalse();
    assertThat(ana.thread().unread()).isZero();
    assertThat(ana.says("Gracias").botHadFloor()).isFalse();
  }

  @Test
  void theBotAndAutomaticWordsNeverTakeTheFloorNorOpen() {
    ana.hears(Author.BOT, "Hola");
    ana.hears(new Author.Automatic("reminder"), "Seguimos pendientes");
    assertThat(ana.thread().botHasFloor()).isTrue();
    assertThat(ana.thread().isOpen()).isFalse();
  }

  @Test
  void aPersonsWordsOpenAClosedConversation() {
    ana.hears(agent, "Buenos días");
    assertThat(ana.thread().isOpen()).isTrue();
  }

  @Test
  void assigningToAPersonTakesTheFloorAndUnassigningDoesNotGiveIt() {
    ana.says("Hola");
    assertThat(crm.floor().assign(ana.id(), Optional.of(agent.member()), agent)).isTrue();
    assertThat(crm.floor().assign(ana.id(), Optional.of(agent.member()), agent)).isFalse();
    assertThat(ana.thread().botHasFloor()).isFalse();
    crm.floor().assign(ana.id(), Optional.empty(), agent);
    assertThat(ana.thread().botHasFloor()).isFalse();
    assertThat(ana.thread().isOpen()).isTrue();
    assertThat(assignments()).isEqualTo(2);
  }

  @Test
  void closingGivesTheFloorBack() {
    ana.says("Hola");
    ana.hears(agent, "Listo");
    crm.conversations().close(ana.id(), agent, new ClosingNote("venta", ""));
    assertThat(ana.thread().botHasFloor()).isTrue();
    assertThat(ana.thread().waitingSince()).isEmpty();
  }

  @Test
  void withTheSwitchesOffOnlyAClickMovesTheFloor() {
    crm.switches(NOTHING_BY_ITSELF);
    ana.says("Hola");
    ana.hears(agent, "Le atiendo");
    crm.floor().assign(ana.id(), Optional.of(agent.member()), agent);
    assertThat(ana.thread().botHasFloor()).isTrue();
    crm.floor().take(ana.id(), agent, "pause");
    crm.conversations().close(ana.id(), agent, ClosingNote.NONE);
    assertThat(ana.thread().botHasFloor()).isFalse();
  }

  @Test
  void whoWritesWhileAPersonHasTheFloorWaitsUntilAPersonAnswers() {
    ana.says("Hola");
    ana.hears(agent, "Le atiendo");
    crm.clock().goOn(Duration.ofMinutes(1));
    ana.says("¿Cuánto cuesta?");
    var since = ana.thread().waitingSince();
    assertThat(since).contains(crm.clock().instant());
    crm.clock().goOn(Duration.ofMinutes(1));
    ana.says("¿Hola?");
    assertThat(ana.thread().waitingSince()).isEqualTo(since);
    ana.hears(agent, "Veinte");
    assertThat(ana.thread().waitingSince()).isEmpty();
  }

  @Test
  void theBotGetsTheFloorBackAfterTheSetTimeWithoutAPersonsMessage() {
    crm.switches(new Switches(true, true, true, true, Optional.of(Duration.ofHours(1))));
    ana.says("Hola");
    ana.hears(agent, "Le atiendo");
    crm.clock().goOn(Duration.ofMinutes(50));
    ana.hears(agent, "Un momento");
    crm.clock().goOn(Duration.ofMinutes(50));
    assertThat(crm.floor().resumeDue(100)).doesNotContain(ana.id());
    crm.clock().goOn(Duration.ofMinutes(11));
    assertThat(crm.floor().resumeDue(100)).contains(ana.id());
    assertThat(ana.thread().botHasFloor()).isTrue();
    assertThat(crm.floor().resumeDue(100)).doesNotContain(ana.id());
  }

  @Test
  void ofManyWhoTakeAtOnceOneDoes() throws InterruptedException, ExecutionException {
    ana.says("Hola");
    var start = new CountDownLatch(1);
    var taken = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tries =
          IntStream.range(0, 20)
              .mapToObj(it ->
                  threads.submit(() -> {
                    start.await();
                    return crm.floor().take(ana.id(), agent, "pause");
                  }))
              .toList();
      start.countDown();
      for (var one : tries) {
        taken += one.get() ? 1 : 0;
      }
    }
    assertThat(taken).isEqualTo(1);
    assertThat(ana.thread().epoch()).isEqualTo(1);
  }

  @Test
  void everyChangeIsInTheTimelineWithWhoAndWhy() {
    ana.says("Hola");
    crm.floor().take(ana.id(), agent, "pause");
    crm.floor().give(ana.id(), agent, "resume");
    var timeline = crm.journal().timeline(ana.id(), 10).stream().map(Entry::event).toList();
    assertThat(timeline)
        .extracting(Event::kind)
        .containsExactly("floor.given", "floor.taken", "conversation.opened", "contact.created");
    assertThat(timeline.getFirst().actor()).isEqualTo(agent);
    assertThat(timeline.getFirst().data()).containsEntry("reason", "resume");
  }

  private int assignments() {
    return crm.jdbc()
        .sql("SELECT assignments FROM crm.conversation WHERE contact_id = :id")
        .param("id", ana.id().value())
        .query(Integer.class)
        .single();
  }
}
