package dev.relevo.bot.dialogflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.assistant.Assistant;
import dev.relevo.bot.assistant.AssistantId;
import dev.relevo.bot.assistant.Assistants;
import dev.relevo.bot.assistant.Engine;
import dev.relevo.bot.assistant.Manner;
import dev.relevo.bot.assistant.TestAssistants;
import dev.relevo.crm.TestCrm;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.workspace.Language;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgentConnectionsIT {

  private final TestCrm crm = new TestCrm();
  private final TestDialogs replica = new TestDialogs(crm, "");
  private final AgentConnections connections = replica.connections;
  private final MemberId eva = crm.aMember().id();

  @AfterEach
  void stop() {
    replica.close();
  }

  @Test
  void aKeyGoesInAndNeverComesOut() {
    assertThat(save(Optional.empty(), "ab-12", Optional.of(ServiceKeys.json())))
        .isEqualTo(new AgentConnections.Saved.Done());
    var state = state(Optional.empty()).orElseThrow();
    assertThat(state.account()).isEqualTo(ServiceKeys.ACCOUNT);
    assertThat(state.toString()).doesNotContain(ServiceKeys.secretPart());
    var rows =
        crm.jdbc()
            .sql(
                """
                SELECT c::text FROM bot.dialogflow_connection c WHERE workspace_id = :workspace
                UNION ALL SELECT e.data::text FROM crm.event e WHERE workspace_id = :workspace
                """)
            .param("workspace", crm.workspace().value())
            .query(String.class)
            .list();
    assertThat(rows).hasSizeGreaterThan(1);
    assertThat(String.join("\n", rows))
        .contains("projects/shop-1")
        .doesNotContain("PRIVATE KEY", ServiceKeys.secretPart());
  }

  @Test
  void theKeyStaysWhenSomethingElseIsChanged() {
    save(Optional.empty(), "ab-12", Optional.of(ServiceKeys.json()));
    assertThat(save(Optional.empty(), "cd-34", Optional.empty()))
        .isEqualTo(new AgentConnections.Saved.Done());
    assertThat(state(Optional.empty()).orElseThrow().agent().agent()).isEqualTo("cd-34");
    assertThat(state(Optional.empty()).orElseThrow().account()).isEqualTo(ServiceKeys.ACCOUNT);
  }

  @Test
  void whatIsNoKeyIsRefusedInASentence() {
    var refused = save(Optional.empty(), "ab-12", Optional.of("{\"client_email\":\"a@b\"}"));
    assertThat(refused)
        .isInstanceOfSatisfying(
            AgentConnections.Saved.Refused.class,
            it -> assertThat(it.sentence()).contains("cuenta de servicio"));
    assertThat(state(Optional.empty())).isEmpty();
  }

  @Test
  void anAssistantMayHaveAnAgentOfItsOwn() {
    var shop = anAssistant();
    save(Optional.empty(), "ab-12", Optional.of(ServiceKeys.json()));
    save(Optional.of(shop), "cd-34", Optional.of(ServiceKeys.json()));
    assertThat(state(Optional.of(shop)).orElseThrow().agent().agent()).isEqualTo("cd-34");
    assertThat(state(Optional.empty()).orElseThrow().agent().agent()).isEqualTo("ab-12");
    assertThat(connections.remove(crm.workspace(), Optional.of(shop), eva)).isTrue();
    assertThat(state(Optional.of(shop))).isEmpty();
    assertThat(connections.remove(crm.workspace(), Optional.of(shop), eva)).isFalse();
  }

  @Test
  void anotherWorkspacesAssistantHasNone() {
    var other = new TestCrm();
    var theirs = new AssistantId(anAssistant().value());
    try (var elsewhere = new TestDialogs(other, "")) {
      var wish = wish(Optional.of(theirs), "ab-12", Optional.of(ServiceKeys.json()));
      assertThat(
              elsewhere.connections.save(
                  other.workspace(), wish, other.aMember().id(), Language.EN))
          .isInstanceOf(AgentConnections.Saved.Refused.class);
    }
  }

  private AgentConnections.Saved save(
      Optional<AssistantId> assistant, String agent, Optional<String> key) {
    return connections.save(crm.workspace(), wish(assistant, agent, key), eva, Language.ES);
  }

  private static AgentConnections.Wish wish(
      Optional<AssistantId> assistant, String agent, Optional<String> key) {
    var name = new AgentName("shop-1", "us-central1", agent, Optional.empty());
    return new AgentConnections.Wish(assistant, name, Optional.empty(), key);
  }

  private Optional<AgentConnections.State> state(Optional<AssistantId> assistant) {
    return connections.state(crm.workspace(), assistant, Language.ES);
  }

  private AssistantId anAssistant() {
    var shop =
        new Assistant(
            AssistantId.NONE,
            crm.workspace(),
            "Tienda",
            true,
            Set.of(TestCrm.WEB),
            Engine.DIALOGFLOW,
            Optional.empty(),
            Manner.DEFAULT);
    return TestAssistants.of(crm).save(shop, eva) instanceof Assistants.Saved.Done(var id)
        ? id
        : AssistantId.NONE;
  }
}
