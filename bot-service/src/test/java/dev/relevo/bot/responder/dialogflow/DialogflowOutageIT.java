package dev.relevo.bot.responder.dialogflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Wording;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What an agent that is slow costs a customer.
class DialogflowOutageIT extends AgentBesideMatrix {

  @Test
  void aSlowAgentCostsTheCustomerNoMoreThanItsDeadline() {
    says("precios", 2);
    agent.slow(Duration.ofSeconds(30));
    var begun = System.nanoTime();
    says("horario", 3);
    var fallback = Duration.ofNanos(System.nanoTime() - begun);
    says("horario", 4);
    var handOff = Duration.ofNanos(System.nanoTime() - begun).minus(fallback);
    System.out.printf(
        "slow agent (deadline 4 s): fallback after %.1f s, hand-off after %.1f s%n",
        fallback.toMillis() / 1e3, handOff.toMillis() / 1e3);
    assertThat(ana.got().get(2))
        .isEqualTo(bot.bean(Workspaces.class).text(bot.workspace(), Wording.FALLBACK, Language.ES));
    assertThat(ana.outcomes()).endsWith("FALLBACK", "HANDOFF misses");
    assertThat(fallback).isLessThan(Duration.ofSeconds(9));
    assertThat(handOff).isLessThan(Duration.ofSeconds(9));
  }
}
