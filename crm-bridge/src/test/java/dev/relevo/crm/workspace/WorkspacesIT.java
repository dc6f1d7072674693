package dev.relevo.crm.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.relevo.crm.TestCrm;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkspacesIT {
  private final TestCrm crm = new TestCrm();

  @Test
  void aNewWorkspaceHasTheDefaults() {
    var workspace = crm.workspaces().find(crm.workspace());
    assertThat(workspace.switches()).isEqualTo(Switches.DEFAULT);
    assertThat(workspace.guards()).isEqualTo(Guards.DEFAULT);
    assertThat(workspace.remindAfter()).isEqualTo(Duration.ofMinutes(10));
    assertThat(workspace.keepConversations()).isEmpty();
    assertThat(workspace.zone()).isEqualTo(ZoneId.of("America/Guayaquil"));
    assertThat(workspace.language()).isEqualTo(Language.ES);
  }

  @Test
  void whatIsSavedComesBack() {
    var before = crm.workspaces().find(crm.workspace());
    var after =
        new Workspace(
            before.id(),
            "Tienda",
            ZoneId.of("America/Lima"),
            Language.PT,
            new Switches(false, true, false, false, Optional.of(Duration.ofMinutes(90))),
            new Guards(10, 5, 2, 6, 7, 4, Duration.ofSeconds(20), Duration.ofHours(1)),
            Map.of(Language.ES, Map.of(Wording.GREETING, "¡Buenas!")),
            Duration.ofMinutes(3),
            Optional.of(Duration.ofDays(365)),
            new Curation(false, true),
            new AgentHelp(false, true),
            before.createdAt());
    crm.workspaces().save(after);
    assertThat(crm.workspaces().find(crm.workspace())).isEqualTo(after);
    assertThat(crm.workspaces().all()).contains(after);
    crm.workspaces().save(before);
    assertThat(stored()).as("only what differs from the defaults is kept").isEqualTo("{}");
  }

  @Test
  void ownWordsReplaceTheShippedOnes() {
    crm.settings(it ->
        new Workspace(
            it.id(),
            it.name(),
            it.zone(),
            it.language(),
            it.switches(),
            it.guards(),
            Map.of(Language.ES, Map.of(Wording.GREETING, "¡Buenas!", Wording.OFFER, " ")),
            it.remindAfter(),
            it.keepConversations(),
            it.curation(),
            it.agentHelp(),
            it.createdAt()));
    assertThat(text(Wording.GREETING, Language.ES)).isEqualTo("¡Buenas!");
    assertThat(text(Wording.GREETING, Language.EN))
        .isEqualTo(Workspaces.shipped(Wording.GREETING, Language.EN));
    assertThat(text(Wording.OFFER, Language.ES))
        .isEqualTo(Workspaces.shipped(Wording.OFFER, Language.ES));
  }

  @Test
  void theFirstIsMadeOnlyOnce() {
    var first = crm.workspaces().first("Relevo");
    assertThat(crm.workspaces().first("Otro")).isEqualTo(first);
    assertThat(crm.workspaces().all().getFirst()).isEqualTo(first);
  }

  @Test
  void anUnknownOneIsAFault() {
    assertThatThrownBy(() -> crm.workspaces().find(new WorkspaceId(Long.MAX_VALUE)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private String text(Wording wording, Language language) {
    return crm.workspaces().text(crm.workspace(), wording, language);
  }

  private String stored() {
    return crm.jdbc()
        .sql("SELECT settings::text FROM crm.workspace WHERE id = :id")
        .param("id", crm.workspace().value())
        .query(String.class)
        .single();
  }
}
