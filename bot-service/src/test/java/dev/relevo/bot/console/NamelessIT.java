package dev.relevo.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.access.Visit;
import dev.relevo.crm.team.Role;
import org.junit.jupiter.api.Test;

/// What those are called who gave no name.
class NamelessIT {

  private static final Visit AGENT = Visit.as(Role.AGENT);

  @Test
  void aVisitorIsCalledSoByTheirNumber() {
    var visitor = new Customer("").says("quiero hablar con una persona").hears();

    var name = "Visitante " + visitor.contact().id().value();
    assertThat(AGENT.part("/console/inbox/list").body()).contains(">" + name + "<");
    assertThat(AGENT.get(visitor.path()).body()).contains(">" + name + "<");
  }

  @Test
  void whoWritesOnWhatsAppIsCalledByTheirPhone() {
    var customer = Customer.onWhatsApp("").says("quiero hablar con una persona").hears();

    assertThat(AGENT.get(customer.path()).body()).contains(">+" + customer.alias() + "<");
  }
}
