package dev.relevo.bot.console.dialogflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.access.Visit;
import dev.relevo.bot.dialogflow.ServiceKeys;
import dev.relevo.crm.team.Role;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Connecting an agent of Dialogflow CX in the console.
class AgentPagesIT {

  private static final String PAGE = "/console/assistants/dialogflow";
  private static final String FULL =
      "projects/tienda-1/locations/europe-west1/agents/0a1b2c3d-0000-4000-8000-000000000001";

  private final Visit owner = Visit.as(Role.OWNER);
  private final Visit manager = Visit.as(Role.MANAGER);

  @AfterEach
  void disconnect() {
    owner.post(PAGE + "/remove", Map.of());
  }

  @Test
  void anAgentIsConnectedByItsFullNameAndItsKeyIsNeverShown() {
    var saved = save(ServiceKeys.json(), Map.of("agent", FULL, "language", "es"));
    assertThat(saved.statusCode()).isEqualTo(302);
    var page = manager.get(PAGE).body();
    assertThat(page)
        .contains("tienda-1", "europe-west1", ServiceKeys.ACCOUNT)
        .doesNotContain(ServiceKeys.secretPart(), "PRIVATE KEY");

    var changed =
        save(
            "",
            Map.of(
                "project", "tienda-2",
                "location", "global",
                "agent", "0a1b2c3d-0000-4000-8000-000000000002",
                "environment", "produccion"));
    assertThat(changed.statusCode()).as("the key stays").isEqualTo(302);
    assertThat(owner.get(PAGE).body())
        .contains("tienda-2", "produccion", ServiceKeys.ACCOUNT)
        .doesNotContain(ServiceKeys.secretPart());

    owner.post(PAGE + "/remove", Map.of());
    assertThat(owner.get(PAGE).body()).contains("Ningún agente conectado");
  }

  @Test
  void eachMistakeIsNamedAtItsField() {
    var wrong =
        Map.of(
            "project", "Mi Tienda",
            "location", "evil.example/",
            "agent", "a b",
            "environment", "x y",
            "language", "español");
    var answer = save(ServiceKeys.json(), wrong);
    assertThat(answer.body().split("class=\"fault\"", -1)).hasSize(6);
    assertThat(answer.body()).contains("role=\"alert\"", "evil.example/");
    assertThat(save("{}", Map.of("agent", FULL)).body())
        .contains("role=\"alert\"", "cuenta de servicio");
    assertThat(manager.get(PAGE).body()).contains("Ningún agente conectado");
  }

  @Test
  void onlyTheOwnerConnects() {
    assertThat(manager.get(PAGE).body()).doesNotContain("name=\"key\"");
    assertThat(manager.post(PAGE + "/remove", Map.of()).statusCode()).isEqualTo(403);
    manager.post(PAGE + "/probe", Map.of());
    assertThat(manager.get(PAGE).body()).contains("Aún no hay un agente de Dialogflow conectado");
    assertThat(owner.get(PAGE + "?assistant=999999").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> save(String key, Map<String, String> fields) {
    return owner.upload(PAGE, "key", "clave.json", key, new HashMap<>(fields));
  }
}
