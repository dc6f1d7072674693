package dev.relevo.bot.console.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.access.Visit;
import dev.relevo.bot.browser.RunningApplication;
import dev.relevo.bot.console.ConnectedModel;
import dev.relevo.bot.llm.Connections;
import dev.relevo.bot.standin.ModelFault;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.Workspaces;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Connecting a model in the console.
class ModelPagesIT {

  private static final String PAGE = "/console/assistants/model";

  private final Visit manager = Visit.as(Role.MANAGER);

  @Test
  void aModelIsConnectedTriedAndDisconnectedAndItsSecretsAreNeverShown() {
    try (var model = new ConnectedModel()) {
      var owner = model.owner();
      var page = owner.get(PAGE).body();
      assertThat(page).contains(model.provider().url().toString(), "*=0.15/0.60", "Guardada");
      owner.post(PAGE + "/probe", Map.of());
      assertThat(owner.get(PAGE).body()).contains("role=\"status\"", "respondió en");
      for (var path : List.of(PAGE, "/console/assistants", "/console/assistants/spend")) {
        for (var visit : List.of(owner, manager)) {
          assertThat(visit.get(path).body())
              .as(path)
              .doesNotContain(ConnectedModel.KEY, ConnectedModel.HEADER);
        }
      }
      assertThat(model.provider().log()).hasSize(1);
    }
    assertThat(manager.get(PAGE).body()).contains("Ningún modelo conectado");
  }

  @Test
  void eachMistakeIsNamedAtItsFieldAndNoSecretComesBack() {
    var owner = Visit.as(Role.OWNER);
    var wrong =
        owner.post(
            PAGE,
            Map.of(
                "address", "en ninguna parte",
                "name", " ",
                "key", "clave con espacios",
                "headers", "Host: robado",
                "prices", "barato"));
    assertThat(wrong.statusCode()).isEqualTo(200);
    assertThat(wrong.body())
        .contains("role=\"alert\"", "en ninguna parte", "barato")
        .doesNotContain("clave con espacios", "robado");
    assertThat(wrong.body().split("class=\"fault\"", -1)).hasSize(6);
    assertThat(wrong.body().split("aria-invalid=\"true\"", -1)).hasSize(6);
    assertThat(state().origin()).isEqualTo(Connections.Origin.NONE);
  }

  @Test
  void whatIsWrongWithAConnectionIsSaidInASentence() {
    try (var model = new ConnectedModel()) {
      model
          .provider()
          .failing(new ModelFault.Refuse(429, "rate_limit", "slow down", Optional.empty()));
      manager.post(PAGE + "/probe", Map.of());
      assertThat(manager.get(PAGE).body()).contains("role=\"alert\"", "demasiadas solicitudes");
    }
    manager.post(PAGE + "/probe", Map.of());
    assertThat(manager.get(PAGE).body()).contains("No hay ningún modelo conectado");
  }

  @Test
  void onlyTheOwnerConnects() {
    assertThat(Visit.as(Role.AGENT).get(PAGE).statusCode()).isEqualTo(403);
    assertThat(manager.get(PAGE).body()).doesNotContain("name=\"key\"");
    assertThat(manager.post(PAGE, Map.of("address", "https://api.example.com/v1")).statusCode())
        .isEqualTo(403);
    assertThat(manager.post(PAGE + "/remove", Map.of()).statusCode()).isEqualTo(403);
  }

  private static Connections.State state() {
    var workspace = RunningApplication.shared().bean(Workspaces.class).all().getFirst().id();
    return RunningApplication.shared().bean(Connections.class).state(workspace);
  }
}
