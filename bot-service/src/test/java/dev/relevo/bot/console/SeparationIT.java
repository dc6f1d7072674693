package dev.relevo.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.access.Visit;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.team.Role;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SeparationIT {

  private static final Visit MANAGER = Visit.as(Role.MANAGER);
  private static final Visit AGENT = Visit.as(Role.AGENT);

  @Test
  void aManagerSeparatesAChannelAndItsNextMessageIsANewContacts() {
    var customer = new Customer("Rosa Vega").says("quiero hablar con una persona").hears();
    var before = customer.contact();
    assertThat(MANAGER.get(customer.path()).body()).contains("/separate");
    assertThat(AGENT.get(customer.path()).body()).doesNotContain("/separate");

    var answer =
        MANAGER.post(
            customer.path() + "/separate",
            Map.of(
                "address",
                Long.toString(before.addresses().getFirst().id().value()),
                "request",
                UUID.randomUUID().toString()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("separó el canal web").doesNotContain("/separate");
    customer.says("quiero hablar con una persona").hears();
    assertThat(customer.contact().id()).isNotEqualTo(before.id());
    assertThat(customer.thread().stream().filter(Message::inbound)).hasSize(1);
  }
}
