package dev.relevo.crm.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.crm.TestCrm;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.Field;
import dev.relevo.crm.contact.FieldType;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.ClosingNote;
import dev.relevo.crm.conversation.Comment;
import dev.relevo.crm.conversation.Entry;
import dev.relevo.crm.conversation.Event;
import dev.relevo.crm.desk.CrmResult.Effect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeskIT {
  private static final Effect DONE = new Effect.Done();
  private static final Effect UNCHANGED = new Effect.Unchanged();

  private final TestCrm crm = new TestCrm();
  private final TestCrm.Person ana = crm.aContact();
  private final Author.Person agent = new Author.Person(crm.aMember().id());

  @Test
  void theSameRequestGivesTheFirstResultAgain() {
    var request = request("r-1", new CrmAction.AddTags(List.of("vip")));
    assertThat(crm.desk().apply(request).effects()).containsExactly(DONE);
    assertThat(crm.desk().apply(request).effects()).containsExactly(DONE);
    assertThat(kinds()).containsOnlyOnce("tag.added");
  }

  @Test
  void theSameRequestAtOnceIsCarriedOutOnce() throws InterruptedException, ExecutionException {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results =
          IntStream.range(0, 20)
              .mapToObj(it ->
                  threads.submit(() -> {
                    start.await();
                    return crm.desk().apply(request("r-2", new CrmAction.AddComment("x")));
                  }))
              .toList();
      start.countDown();
      for (var result : results) {
        assertThat(result.get().effects()).containsExactly(DONE);
      }
    }
    assertThat(crm.conversations().comments(ana.id(), Long.MAX_VALUE, 50)).hasSize(1);
  }

  @Test
  void aRequestIsForgottenAfterThirtyDays() {
    crm.desk().apply(request("r-3", new CrmAction.AddTags(List.of("vip"))));
    crm.clock().goOn(Duration.ofDays(31));
    while (crm.desk().forget(1_000) > 0) {}
    assertThat(crm.desk().apply(request("r-3", new CrmAction.AddTags(List.of("vip")))).effects())
        .containsExactly(UNCHANGED);
  }

  @Test
  void whatChangesNothingEmitsNothing() {
    ana.apply(agent, new CrmAction.AddTags(List.of("vip")));
    var before = kinds();
    assertThat(
            ana.apply(
                    agent,
                    new CrmAction.AddTags(List.of("vip")),
                    new CrmAction.RemoveTags(List.of("nuevo")),
                    new CrmAction.SetField("name", "Ana"),
                    new CrmAction.ResumeBot(),
                    new CrmAction.Unassign(),
                    new CrmAction.CloseConversation(ClosingNote.NONE),
                    new CrmAction.Subscribe(true),
                    new CrmAction.Block(false),
                    new CrmAction.MarkRead())
                .effects())
        .containsOnly(UNCHANGED);
    assertThat(kinds()).isEqualTo(before);
  }

  @Test
  void oneRefusalDoesNotStopTheOthers() {
    var effects =
        ana.apply(
                agent,
                new CrmAction.SetField("email", "nadie"),
                new CrmAction.AddTags(List.of("vip")))
            .effects();
    assertThat(effects.getFirst())
        .isEqualTo(new Effect.Refused("«nadie» no es un correo electrónico."));
    assertThat(effects.getLast()).isEqualTo(DONE);
    assertThat(contact().tags()).containsExactly("vip");
  }

  @Test
  void limitsAreKept() {
    var eleven = IntStream.range(0, 11).mapToObj(it -> "t" + it).toList();
    assertThat(refusals(new CrmAction.AddTags(eleven))).hasSize(1);
    assertThat(refusals(new CrmAction.AddTags(List.of("x".repeat(256))))).hasSize(1);
    assertThat(refusals(new CrmAction.AddTags(List.of("x".repeat(255))))).isEmpty();
    assertThat(refusals(new CrmAction.AddComment(" "))).hasSize(1);
    assertThat(refusals(new CrmAction.AddComment("x".repeat(4001)))).hasSize(1);
    assertThat(refusals(new CrmAction.CloseConversation(new ClosingNote("x".repeat(129), ""))))
        .hasSize(1);
    assertThat(refusals(new CrmAction.SetField("name", "x".repeat(201)))).hasSize(1);
    assertThat(refusals(new CrmAction.SetField("nada", "x"))).hasSize(1);
  }

  @Test
  void standardFieldsAreCheckedAndWrittenInOneForm() {
    ana.apply(
        agent,
        new CrmAction.SetField("phone", "099 123 4567"),
        new CrmAction.SetField("email", "ana@correo.ec"),
        new CrmAction.SetField("language", "en"));
    assertThat(contact().phone())
        .as("a number of the workspace's country")
        .contains("+593991234567");
    assertThat(contact().email()).contains("ana@correo.ec");
    assertThat(refusals(new CrmAction.SetField("phone", "12"))).hasSize(1);
    assertThat(refusals(new CrmAction.SetField("language", "xx"))).hasSize(1);
    ana.apply(agent, new CrmAction.SetField("phone", ""));
    assertThat(contact().phone()).isEmpty();
  }

  @Test
  void customFieldsAreCheckedByType() {
    crm.contacts()
        .defineField(
            crm.workspace(), new Field("ciudad", "Ciudad", FieldType.LIST, List.of("Quito")));
    assertThat(refusals(new CrmAction.SetField("ciudad", "Lima"))).hasSize(1);
    ana.apply(agent, new CrmAction.SetField("ciudad", "quito"));
    assertThat(contact().fields()).containsEntry("ciudad", "Quito");
    ana.apply(agent, new CrmAction.SetField("ciudad", ""));
    assertThat(contact().fields()).isEmpty();
  }

  @Test
  void takingOverIsFloorAndAssignmentAndHandoffInOne() {
    ana.says("Hola");
    ana.apply(Author.BOT, new CrmAction.PauseBot("asked", "Quiere precio", Optional.empty()));
    assertThat(ana.apply(agent, new CrmAction.TakeOver()).effects()).containsExactly(DONE);
    assertThat(ana.thread().assignee()).contains(agent.member());
    assertThat(ana.thread().botHasFloor()).isFalse();
    assertThat(crm.handoffs().current(ana.id()).orElseThrow().takenBy()).contains(agent.member());
    assertThat(ana.apply(agent, new CrmAction.TakeOver()).effects()).containsExactly(UNCHANGED);
    assertThat(ana.apply(Author.BOT, new CrmAction.TakeOver()).effects().getFirst())
        .isInstanceOf(Effect.Refused.class);
  }

  @Test
  void aPauseOfItsOwnTimeEndsByItselfUnlessAPersonSpeaks() {
    var time = Duration.ofMinutes(30);
    var luis = crm.aContact();
    for (var who : List.of(ana, luis)) {
      who.says("Hola");
      who.apply(
          Author.BOT, new CrmAction.PauseBot("agent", "", Optional.empty(), Optional.of(time)));
    }
    luis.hears(agent, "Le atiendo");
    crm.clock().goOn(time.plusSeconds(1));
    assertThat(crm.floor().resumeDue(100)).contains(ana.id()).doesNotContain(luis.id());
    assertThat(ana.thread().botHasFloor()).isTrue();
    assertThat(luis.thread().botHasFloor()).isFalse();
  }

  @Test
  void givingTheFloorBackEndsTheHandoffAndIsNoted() {
    ana.says("Hola");
    ana.apply(Author.BOT, new CrmAction.PauseBot("asked", "Quiere precio", Optional.empty()));
    ana.apply(agent, new CrmAction.ResumeBot());
    assertThat(ana.thread().botHasFloor()).isTrue();
    assertThat(ana.thread().waitingSince()).isEmpty();
    assertThat(crm.handoffs().current(ana.id())).isEmpty();
    assertThat(kinds()).contains("floor.given", "handoff.ended");
  }

  @Test
  void whatTheBotPausesOpensAHandoffWithOneNote() {
    ana.says("Hola");
    ana.apply(Author.BOT, new CrmAction.PauseBot("asked", "Quiere precio", Optional.of("ventas")));
    ana.apply(Author.BOT, new CrmAction.PauseBot("asked", "Quiere precio", Optional.of("ventas")));
    assertThat(crm.conversations().comments(ana.id(), Long.MAX_VALUE, 10))
        .extracting(Comment::body)
        .containsExactly("Quiere precio");
    assertThat(kinds()).containsOnlyOnce("handoff.opened");
    assertThat(ana.thread().waitingSince()).isPresent();
  }

  @Test
  void whatAPersonPausesIsNoHandoff() {
    ana.says("Hola");
    ana.apply(agent, new CrmAction.PauseBot("", "", Optional.empty()));
    assertThat(ana.thread().botHasFloor()).isFalse();
    assertThat(crm.handoffs().current(ana.id())).isEmpty();
  }

  @Test
  void aBlockedContactIsNeitherOpenedNorClosed() {
    ana.says("Hola");
    ana.apply(agent, new CrmAction.Block(true));
    assertThat(refusals(new CrmAction.CloseConversation(ClosingNote.NONE))).hasSize(1);
    assertThat(refusals(new CrmAction.OpenConversation())).hasSize(1);
  }

  @Test
  void onlyMembersOfTheWorkspaceAreAssigned() {
    var stranger = new TestCrm().aMember();
    assertThat(refusals(new CrmAction.Assign(stranger.id()))).hasSize(1);
    var gone = crm.aMember();
    crm.members().deactivate(gone.id());
    assertThat(refusals(new CrmAction.Assign(gone.id()))).hasSize(1);
    assertThat(refusals(new CrmAction.Assign(crm.aMember().id()))).isEmpty();
  }

  @Test
  void everyEventSaysWhy() {
    crm.desk()
        .apply(
            new CrmRequest(
                "r-9",
                crm.workspace(),
                ana.id(),
                Author.BOT,
                "row ENV-003",
                List.of(
                    new CrmAction.AddTags(List.of("vip")),
                    new CrmAction.Notify("Interesada en el plan anual"))));
    var events = crm.journal().timeline(ana.id(), 2).stream().map(Entry::event).toList();
    assertThat(events).extracting(Event::kind).containsExactly("members.notified", "tag.added");
    assertThat(events).allSatisfy(it -> assertThat(it.data()).containsEntry("why", "row ENV-003"));
    assertThat(events).extracting(Event::actor).containsOnly(Author.BOT);
  }

  @Test
  void nothingIsDoneToWhoIsNotHere() {
    var other = new TestCrm();
    var request =
        new CrmRequest(
            "r-10",
            other.workspace(),
            ana.id(),
            Author.BOT,
            "test",
            List.of(new CrmAction.AddTags(List.of("vip"))));
    assertThat(other.desk().apply(request).effects())
        .containsExactly(new Effect.Refused("Este contacto ya no existe."));
    assertThat(
            crm.desk()
                .apply(
                    new CrmRequest(
                        "r-11",
                        crm.workspace(),
                        new ContactId(Long.MAX_VALUE),
                        Author.BOT,
                        "test",
                        List.of(new CrmAction.MarkRead())))
                .effects()
                .getFirst())
        .isInstanceOf(Effect.Refused.class);
    assertThat(contact().tags()).isEmpty();
  }

  private Contact contact() {
    return crm.contacts().find(crm.workspace(), ana.id()).orElseThrow();
  }

  private CrmRequest request(String id, CrmAction action) {
    return new CrmRequest(id, crm.workspace(), ana.id(), agent, "test", List.of(action));
  }

  private List<Effect> refusals(CrmAction action) {
    return ana.apply(agent, action).effects().stream()
        .filter(Effect.Refused.class::isInstance)
        .toList();
  }

  private List<String> kinds() {
    return crm.journal().timeline(ana.id(), 100).stream()
        .map(Entry::event)
        .map(Event::kind)
        .toList();
  }
}
