package dev.relevo.crm.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.crm.TestCrm;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.ClosingNote;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HandoffsIT {
  private final TestCrm crm = new TestCrm();
  private final TestCrm.Person ana = crm.aContact();
  private final Author.Person agent = new Author.Person(crm.aMember().id());

  @Test
  void thereIsOneOpenHandoffPerContact() {
    ana.says("Una persona, por favor");
    var first = open();
    assertThat(open()).isEqualTo(first);
    assertThat(ana.thread().botHasFloor()).isFalse();
    assertThat(ana.thread().waitingSince()).isPresent();
  }

  @Test
  void aPersonsReplyTakesIt() {
    ana.says("Una persona, por favor");
    open();
    ana.hears(agent, "Le atiendo");
    assertThat(crm.handoffs().current(ana.id()).orElseThrow().takenBy()).contains(agent.member());
  }

  @Test
  void closingEndsIt() {
    ana.says("Una persona, por favor");
    open();
    crm.conversations().close(ana.id(), agent, ClosingNote.NONE);
    assertThat(crm.handoffs().current(ana.id())).isEmpty();
    ana.says("Otra vez, por favor");
    assertThat(open().takenBy()).isEmpty();
  }

  @Test
  void whoHearsNothingIsToldAgainOnce() {
    ana.says("Una persona, por favor");
    var handoff = open();
    crm.clock().goOn(Duration.ofMinutes(9));
    assertThat(due()).doesNotContain(handoff.id());
    crm.clock().goOn(Duration.ofMinutes(2));
    assertThat(due()).contains(handoff.id());
    assertThat(due()).doesNotContain(handoff.id());
  }

  @Test
  void whoWasAnsweredIsNotToldAgainButWhoWasOnlyTakenIs() {
    ana.says("Una persona, por favor");
    var answered = open();
    ana.hears(agent, "Le atiendo");
    var luz = crm.aContact();
    luz.says("Yo también");
    var taken = crm.handoffs().open(luz.id(), Author.BOT, "asked", "", Optional.empty());
    assertThat(crm.handoffs().taken(luz.id(), agent)).isTrue();
    crm.clock().goOn(Duration.ofMinutes(11));
    assertThat(due()).contains(taken.id()).doesNotContain(answered.id());
  }

  @Test
  void anAnswerOnTheBusinesssOwnPhoneIsAnAnswer() {
    ana.says("Una persona, por favor");
    var handoff = open();
    ana.echo("Le escribo desde mi teléfono");
    crm.clock().goOn(Duration.ofMinutes(11));
    assertThat(due()).doesNotContain(handoff.id());
    assertThat(ana.thread().waitingSince()).isEmpty();
  }

  @Test
  void knowsWhichNobodyHasTakenYet() {
    ana.says("Una persona, por favor");
    var first = open();
    var before = first.id().value() - 1;
    var luz = crm.aContact();
    luz.says("Yo también");
    var second = crm.handoffs().open(luz.id(), Author.BOT, "asked", "", Optional.empty());
    assertThat(crm.handoffs().newest(crm.workspace())).contains(second.id());
    assertThat(untaken(before)).containsExactly(second.id(), first.id());
    assertThat(untaken(first.id().value())).containsExactly(second.id());
    crm.handoffs().taken(luz.id(), agent);
    assertThat(untaken(before)).containsExactly(first.id());
    crm.handoffs().ended(ana.id());
    assertThat(untaken(before)).isEmpty();
    assertThat(crm.handoffs().newest(crm.workspace())).contains(second.id());
    assertThat(crm.handoffs().newest(new TestCrm().workspace())).isEmpty();
  }

  private List<HandoffId> untaken(long after) {
    return crm.handoffs().untaken(crm.workspace(), after, 10).stream().map(Handoff::id).toList();
  }

  private Handoff open() {
    return crm.handoffs().open(ana.id(), Author.BOT, "asked", "Pide una persona", Optional.empty());
  }

  private List<HandoffId> due() {
    return crm.handoffs().remind(1_000).stream().map(Handoff::id).toList();
  }
}
