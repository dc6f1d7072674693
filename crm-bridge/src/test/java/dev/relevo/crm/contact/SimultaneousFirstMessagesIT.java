package dev.relevo.crm.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.crm.TestCrm;
import dev.relevo.crm.contact.Contacts.Arriving;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Heard;
import dev.relevo.crm.conversation.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// One customer writes a thousand times at once before anybody knows them, now under this name, now
/// under that.
class SimultaneousFirstMessagesIT {
  private static final int MESSAGES = 1_000;

  private final TestCrm crm = new TestCrm();

  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void makeOneContactOneThreadOneConversation() throws InterruptedException, ExecutionException {
    var phone = TestCrm.aPhone();
    var user = new Alias(Alias.Kind.USER_ID, "EC." + phone.value());
    var parent = new Alias(Alias.Kind.PARENT_USER_ID, "EC.ENT." + phone.value());
    var names =
        List.of(
            List.of(phone),
            List.of(user),
            List.of(phone, user),
            List.of(parent, user),
            List.of(phone, parent));
    var channels = List.of(TestCrm.WHATSAPP, new ChannelId("whatsapp-2"));
    var start = new CountDownLatch(1);
    var heard = new ArrayList<Future<Heard>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < MESSAGES; i++) {
        var number = i;
        var channel = channels.get(i % 10 == 9 ? 1 : 0);
        var sender = new Sender(names.get(i % names.size()), Optional.of("Ana"), Optional.empty());
        heard.add(
            threads.submit(() -> {
              start.await();
              return accept(channel, sender, number);
            }));
      }
      start.countDown();
    }
    for (var one : heard) {
      one.get();
    }

    assertThat(count("crm.contact WHERE workspace_id = :workspace")).isEqualTo(1);
    assertThat(count("crm.thread WHERE workspace_id = :workspace")).isEqualTo(1);
    assertThat(count("crm.conversation WHERE workspace_id = :workspace")).isEqualTo(1);
    assertThat(count("crm.conversation WHERE workspace_id = :workspace AND incoming = " + MESSAGES))
        .isEqualTo(1);
    assertThat(count("crm.message WHERE workspace_id = :workspace")).isEqualTo(MESSAGES);
    assertThat(spread()).isEqualTo(MESSAGES - 1);
    var contact = crm.contacts().search(crm.workspace(), "ana", 10).getFirst();
    assertThat(contact.addresses())
        .extracting(Address::channel)
        .containsOnlyOnceElementsOf(channels);
    crm.contacts().erase(crm.workspace(), contact.id());
  }

  private Heard accept(ChannelId channel, Sender sender, int number) {
    return crm.transaction()
        .execute(status -> {
          var who =
              crm.contacts()
                  .resolve(List.of(new Arriving(crm.workspace(), channel, sender)))
                  .getFirst();
          var utterance =
              new Utterance(
                  crm.workspace(),
                  who,
                  channel,
                  Author.CUSTOMER,
                  TestCrm.text("Hola " + number),
                  "wamid." + number,
                  Optional.empty(),
                  Optional.empty());
          return crm.conversations().hear(List.of(utterance)).getFirst();
        });
  }

  private long count(String what) {
    return crm.jdbc()
        .sql("SELECT count(*) FROM " + what)
        .param("workspace", crm.workspace().value())
        .query(Long.class)
        .single();
  }

  /// From the first sequence number to the last: without gaps one less than there are messages.
  private long spread() {
    return crm.jdbc()
        .sql(
            """
            SELECT max(sequence) - min(sequence) FROM crm.message
            WHERE workspace_id = :workspace
            """)
        .param("workspace", crm.workspace().value())
        .query(Long.class)
        .single();
  }
}
