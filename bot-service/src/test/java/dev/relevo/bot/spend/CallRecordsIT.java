package dev.relevo.bot.spend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.assistant.Bounds;
import dev.relevo.crm.TestCrm;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.ContactRecords;
import dev.relevo.crm.conversation.ConversationId;
import dev.relevo.crm.conversation.MessageId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/// What becomes of calls when a contact is exported, merged or erased, and with time.
class CallRecordsIT {

  private static final MessageId MESSAGE = new MessageId(71);

  private final TestCrm crm = TestSpending.crm();
  private final Spending spending = crm.bean(Spending.class);
  private final Calls calls = crm.bean(Calls.class);
  private final TestCrm.Person ana = crm.aContact();

  @Test
  void aContactsExportHoldsWhatWasWrittenToAndByModels() {
    asked();
    assertThat(crm.contacts().export(crm.workspace(), ana.id()).get("modelCalls"))
        .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.get("request")).isEqualTo("{\"messages\":[]}");
          assertThat(it.get("answer")).isEqualTo("Cuesta 29.");
        });
  }

  @Test
  void callsMoveToWhomTheContactTurnsOutToBe() {
    var call = asked();
    var eva = crm.aContact().id();
    crm.transaction().executeWithoutResult(_ -> crm.bean(CallRecords.class).move(ana.id(), eva));
    assertThat(call(call).contact()).contains(eva);
  }

  @Test
  void erasureLeavesTheCostAndNothingElse() {
    var call = asked();
    crm.contacts().erase(crm.workspace(), ana.id());
    assertThat(calls.of(crm.workspace(), MESSAGE)).isEmpty();
    assertThat(call(call))
        .satisfies(it -> {
          assertThat(it.contact()).isEmpty();
          assertThat(it.conversation()).isEmpty();
          assertThat(it.request()).isEmpty();
          assertThat(it.answer()).isEmpty();
          assertThat(it.steps()).isEmpty();
          assertThat(it.note()).isEmpty();
          assertThat(it.micros()).isEqualTo(80);
        });
    assertThat(rows(ana.id())).isZero();
  }

  @Test
  void anAnswerThatComesAfterTheErasureIsNotKept() {
    var call = reserved();
    crm.contacts().erase(crm.workspace(), ana.id());
    spending.settle(call, Claims.took(60, 10, new Taken.Step("tag", "{}")));
    assertThat(call(call).answer()).isEmpty();
    assertThat(call(call).steps()).isEmpty();
    assertThat(call(call).micros()).isEqualTo(80);
  }

  @Test
  void textsAreDroppedWhenTheyWereKeptLongEnough() {
    var old = asked();
    crm.clock().goOn(Duration.ofDays(20));
    var young = asked();
    crm.clock().goOn(Duration.ofDays(11));
    var purge =
        new TextPurge(
            crm.bean(CallRecordTable.class),
            crm.workspaces(),
            new SpendSettings(Duration.ofDays(30)),
            crm.clock());
    purge.round();
    assertThat(call(old).request()).isEmpty();
    assertThat(call(old).micros()).isEqualTo(80);
    assertThat(call(young).request()).isPresent();
  }

  @Test
  void whatAnsweringTookIsCountedByMessageAndConversation() {
    asked();
    asked();
    spending.reserve(new Claims(crm, ana, Bounds.DEFAULT).loose());
    var day = LocalDate.parse("2026-06-01");
    var period = new Calls.Period(day, day);
    assertThat(calls.answering(crm.workspace(), period))
        .isEqualTo(new Calls.Answering(1, 1, 2, 120, 160));
    var conversation = new ConversationId(81);
    assertThat(calls.contacts(crm.workspace(), List.of(conversation, new ConversationId(82))))
        .isEqualTo(Map.of(conversation, ana.id()));
  }

  @Test
  void theRoomIsOneOfThoseThatKeepSomethingOfContacts() {
    assertThat(crm.bean(CallRecords.class)).isInstanceOf(ContactRecords.class);
    assertThat(crm.bean(CallRecords.class).export(ana.id())).containsOnlyKeys("modelCalls");
  }

  private long asked() {
    var call = reserved();
    spending.settle(call, Claims.took(60, 10, new Taken.Step("tag", "{\"tag\":\"vip\"}")));
    spending.note(crm.workspace(), call, Note.NONE);
    return call;
  }

  private long reserved() {
    var claim =
        new Claims(crm, ana, Bounds.DEFAULT)
            .claim(Optional.of(new ConversationId(81)), Optional.of(MESSAGE), true);
    return spending.reserve(claim) instanceof Reservation.Granted(var call) ? call : -1;
  }

  private Call call(long id) {
    return calls.find(crm.workspace(), id).orElseThrow();
  }

  private long rows(ContactId contact) {
    return crm.jdbc()
        .sql("SELECT count(*) FROM bot.model_call WHERE contact_id = :contact")
        .param("contact", contact.value())
        .query(Long.class)
        .single();
  }
}
