package dev.relevo.crm.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.relevo.crm.TestCrm;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.desk.CrmAction;
import dev.relevo.crm.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConversationsIT {
  private final TestCrm crm = new TestCrm();

  @Test
  void theFirstMessageOfAStrangerOpensAConversation() {
    var ana = crm.aContact();
    var heard = ana.says("Hola");
    var thread = ana.thread();
    assertThat(heard.sequence()).isEqualTo(1);
    assertThat(heard.botHadFloor()).isTrue();
    assertThat(thread.conversation()).isPresent();
    assertThat(thread.unread()).isEqualTo(1);
    assertThat(thread.waitingSince()).isEmpty();
    assertThat(
            crm.jdbc()
                .sql("SELECT opened_by FROM crm.conversation WHERE contact_id = :id")
                .param("id", ana.id().value())
                .query(String.class)
                .list())
        .containsExactly("CUSTOMER");
    assertThat(crm.contacts().address(ana.address()).orElseThrow().lastInboundAt())
        .contains(crm.clock().instant());
  }

  /// Meta sends a call again for days; its window has been open all that time.
  @Test
  void theWindowOpensWhenTheCustomerWroteAndNotWhenItCame() {
    var now = crm.clock().instant();
    var ana = crm.aContact();
    ana.wrote("Hola", now.minus(Duration.ofHours(30)));
    assertThat(crm.contacts().address(ana.address()).orElseThrow().lastInboundAt())
        .contains(now.minus(Duration.ofHours(30)));
    ana.wrote("¿Siguen ahí?", now.minus(Duration.ofHours(2)));
    ana.wrote("Hola, antes", now.minus(Duration.ofHours(31)));
    assertThat(crm.contacts().address(ana.address()).orElseThrow().lastInboundAt())
        .contains(now.minus(Duration.ofHours(2)));
    ana.wrote("de un reloj adelantado", now.plus(Duration.ofHours(1)));
    assertThat(crm.contacts().address(ana.address()).orElseThrow().lastInboundAt()).contains(now);
  }

  @Test
  void theSecondMessageDoesNotOpenAnother() {
    var ana = crm.aContact();
    ana.says("Hola");
    var conversation = ana.thread().conversation();
    ana.says("¿Hay alguien?");
    assertThat(ana.thread().conversation()).isEqualTo(conversation);
    assertThat(ana.thread().unread()).isEqualTo(2);
  }

  @Test
  void afterClosingTheNextMessageOpensANewConversationAndTheAssigneeStays() {
    var ana = crm.aContact();
    var member = crm.aMember();
    ana.says("Hola");
    crm.floor().assign(ana.id(), Optional.of(member.id()), new Author.Person(member.id()));
    var first = ana.thread().conversation();
    crm.conversations().close(ana.id(), new Author.Person(member.id()), ClosingNote.NONE);
    assertThat(ana.thread().isOpen()).isFalse();
    assertThat(ana.thread().assignee()).contains(member.id());
    ana.says("Otra cosa");
    assertThat(ana.thread().conversation()).isPresent().isNotEqualTo(first);
    assertThat(ana.thread().assignee()).contains(member.id());
  }

  @Test
  void aReactionNeitherOpensNorCounts() {
    var ana = crm.aContact();
    ana.says(new Content.Reaction("👍", "wamid.1"));
    assertThat(ana.thread().isOpen()).isFalse();
    assertThat(ana.thread().unread()).isZero();
    assertThat(crm.conversations().messages(ana.id(), Long.MAX_VALUE, 10)).hasSize(1);
  }

  @Test
  void whatABlockedContactWritesIsKeptAndNothingElseHappens() {
    var ana = crm.aContact();
    crm.contacts().block(ana.id(), true);
    ana.says("¡Contesten!");
    assertThat(ana.thread().isOpen()).isFalse();
    assertThat(ana.thread().unread()).isZero();
    assertThat(crm.conversations().messages(ana.id(), Long.MAX_VALUE, 10)).hasSize(1);
  }

  @Test
  void whatATransactionHasSaidItKnowsAsItIsStored() {
    var ana = crm.aContact();
    ana.says("Hola");
    var inside =
        crm.transaction()
            .execute(_ -> {
              var plain = ana.hears(Author.BOT, "Buenos días 😊");
              var odd = ana.hears(Author.BOT, "cuatro\u0000 dólares");
              var moved = ana.hears(Author.BOT, "hasta luego");
              move(moved, MessageState.SENT);
              var again = ana.hears(Author.BOT, "adiós");
              return crm.conversations()
                  .messages(List.of(plain.id(), odd.id(), moved.id(), again.id()));
            });
    assertThat(inside).isEqualTo(crm.conversations().messages(inside.keySet()));
    assertThat(inside.values())
        .extracting(it -> it.content().words())
        .containsExactlyInAnyOrder("Buenos días 😊", "cuatro dólares", "hasta luego", "adiós");
    assertThat(inside.values()).extracting(Message::state).contains(MessageState.SENT);
  }

  @Test
  void aReceiptThatComesLateDoesNotLowerTheState() {
    var ana = crm.aContact();
    ana.says("Hola");
    var message = ana.hears(Author.BOT, "Buenos días");
    move(message, MessageState.SENT);
    move(message, MessageState.READ);
    move(message, MessageState.DELIVERED);
    assertThat(state(message)).isEqualTo(MessageState.READ);
    move(message, MessageState.FAILED);
    assertThat(state(message)).isEqualTo(MessageState.READ);
  }

  @Test
  void aFailureIsTheEndUntilSomebodySendsItAgain() {
    var ana = crm.aContact();
    var message = ana.hears(Author.BOT, "Buenos días");
    move(message, MessageState.FAILED);
    move(message, MessageState.DELIVERED);
    assertThat(state(message)).isEqualTo(MessageState.FAILED);
    move(message, MessageState.QUEUED);
    assertThat(state(message)).isEqualTo(MessageState.QUEUED);
  }

  @Test
  void aReaderWhoFollowsRevisionsSeesNewMessagesAndChangedTicks() {
    var ana = crm.aContact();
    ana.says("Hola");
    var answer = ana.hears(Author.BOT, "Buenos días");
    var seen = answer.revision();
    move(answer, MessageState.SENT);
    var late = ana.says("Gracias");
    var changes = crm.conversations().changes(ana.id(), seen, 10);
    assertThat(changes).extracting(Message::id).containsExactly(answer.id(), late.message());
    assertThat(changes.getFirst().state()).isEqualTo(MessageState.SENT);
    assertThat(changes).extracting(Message::revision).isSorted();
  }

  @Test
  void whatMayNotBeSentIsKeptAsFailedAndTakesNothing() {
    var ana = crm.aContact();
    ana.says("Hola");
    var posting =
        new Posting(
            new Author.Person(crm.aMember().id()),
            ana.channel(),
            ana.address(),
            TestCrm.text("Tarde"),
            Optional.empty(),
            Optional.of("La ventana de 24 horas se cerró."));
    var message = crm.conversations().say(ana.id(), List.of(posting)).getFirst();
    assertThat(message.state()).isEqualTo(MessageState.FAILED);
    assertThat(message.reason()).contains("La ventana de 24 horas se cerró.");
    assertThat(ana.thread().botHasFloor()).isTrue();
  }

  @Test
  void aTranscriptStartsWhereTheBotGotTheFloor() {
    var ana = crm.aContact();
    var agent = new Author.Person(crm.aMember().id());
    ana.says("Antes");
    ana.hears(agent, "Le atiendo");
    crm.floor().give(ana.id(), agent, "resume");
    var after = ana.says("Después");
    ana.hears(Author.BOT, "Claro");
    var question = ana.says("¿Y el precio?");
    var transcripts =
        crm.conversations().transcripts(List.of(question.message(), after.message()), 10);
    assertThat(transcripts).hasSize(2);
    assertThat(transcripts.getFirst().before())
        .extracting(Message::content)
        .containsExactly(TestCrm.text("Después"), TestCrm.text("Claro"));
    assertThat(transcripts.getLast().before()).isEmpty();
    assertThat(transcripts.getFirst().contact().name()).isEqualTo("Ana");
  }

  @Test
  void whatNoColumnCanHoldIsLeftOut() {
    var ana = crm.aContact();
    var heard = ana.says("a\0b\uD83Dc \\u0000");
    assertThat(crm.conversations().message(heard.message()).orElseThrow().content())
        .isEqualTo(TestCrm.text("ab\uFFFDc \\u0000"));
  }

  @Test
  void whoIsGoneMustBeResolvedAnew() {
    var nobody = new ContactId(Long.MAX_VALUE);
    assertThatThrownBy(() -> crm.conversations().comment(nobody, Author.BOT, "x"))
        .isInstanceOf(ContactGone.class);
  }

  @Test
  void oldConversationsExpireWithEverythingSaidInThem() {
    var ana = crm.aContact();
    ana.says("Hola");
    ana.apply(Author.BOT, new CrmAction.PauseBot("asked", "Quiere precio", Optional.empty()));
    crm.conversations().close(ana.id(), Author.BOT, ClosingNote.NONE);
    crm.clock().goOn(Duration.ofDays(31));
    ana.says("Otra vez");
    assertThat(crm.conversations().expire(crm.workspace(), 10)).isZero();
    crm.settings(it -> keeping(it, Duration.ofDays(30)));
    assertThat(crm.conversations().expire(crm.workspace(), 10)).isEqualTo(1);
    assertThat(crm.conversations().messages(ana.id(), Long.MAX_VALUE, 10))
        .extracting(Message::content)
        .containsExactly(TestCrm.text("Otra vez"));
    assertThat(crm.conversations().comments(ana.id(), Long.MAX_VALUE, 10)).isEmpty();
    assertThat(ana.thread().isOpen()).isTrue();
  }

  private static Workspace keeping(Workspace it, Duration keep) {
    return new Workspace(
        it.id(),
        it.name(),
        it.zone(),
        it.language(),
        it.switches(),
        it.guards(),
        it.texts(),
        it.remindAfter(),
        Optional.of(keep),
        it.curation(),
        it.agentHelp(),
        it.createdAt());
  }

  private void move(Message message, MessageState state) {
    crm.conversations()
        .progress(
            List.of(
                new Progress(
                    message.id(),
                    state,
                    Optional.empty(),
                    Optional.of("wamid.x"),
                    crm.clock().instant())));
  }

  private MessageState state(Message message) {
    return crm.conversations().message(message.id()).orElseThrow().state();
  }
}
