package dev.relevo.bot.console.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.access.Visit;
import dev.relevo.bot.assistant.Assistant;
import dev.relevo.bot.assistant.Assistants;
import dev.relevo.bot.assistant.Engine;
import dev.relevo.bot.assistant.Hours;
import dev.relevo.bot.browser.RunningApplication;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AssistantPagesIT {

  private static final String PAGES = "/console/assistants";

  private final Visit manager = Visit.as(Role.MANAGER);

  @AfterEach
  void retireAll() {
    RunningApplication.shared().bean(Assistants.class).all(workspace()).stream()
        .filter(it -> it.name().startsWith("Test "))
        .forEach(it -> manager.post(PAGES + "/" + it.id().value() + "/retire", Map.of()));
  }

  @Test
  void anAssistantIsMadeChangedAndRetired() {
    assertThat(manager.get(PAGES + "/new").body()).contains("name=\"persona\"");
    var made = manager.post(PAGES + "/0", form("Test Ana", Map.of("day1", "9-13, 14-18")));
    assertThat(made.statusCode()).isEqualTo(302);
    var ana = saved("Test Ana");
    assertThat(ana.engine()).isEqualTo(Engine.MATRIX);
    assertThat(ana.manner().hours().spans()).hasSize(2);
    assertThat(ana.manner().bounds().microsPerConversation()).isEqualTo(150_000);

    var path = PAGES + "/" + ana.id().value();
    assertThat(manager.get(path).body()).contains("09:00-13:00, 14:00-18:00", "value=\"0.15\"");
    manager.post(path, form("Test Eva", Map.of("when", "OUTSIDE", "tags", "vip, nuevo")));
    var eva = saved("Test Eva");
    assertThat(eva.id()).isEqualTo(ana.id());
    assertThat(eva.manner().hours().when()).isEqualTo(Hours.When.OUTSIDE);
    assertThat(eva.manner().powers().tags()).containsExactlyInAnyOrder("vip", "nuevo");

    assertThat(manager.post(path + "/retire", Map.of()).statusCode()).isEqualTo(302);
    assertThat(manager.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void whatCannotBeReadIsNamedAndNothingIsSaved() {
    var wrong =
        Map.of(
            "name", "", "day3", "mañana", "temperature", "2", "promptTokens", "10", "engine", "X");
    wrong.forEach((field, value) -> {
      var answer = manager.post(PAGES + "/0", form("Test Mal", Map.of(field, value)));
      assertThat(answer.statusCode()).as(field).isEqualTo(200);
      assertThat(answer.body()).as(field).contains("role=\"alert\"");
    });
    assertThat(assistants().all(workspace()))
        .extracting(Assistant::name)
        .doesNotContain("Test Mal", "");
  }

  @Test
  void aSecondGeneralAssistantIsRefusedInASentence() {
    manager.post(PAGES + "/0", form("Test Uno", Map.of()));
    var second = manager.post(PAGES + "/0", form("Test Dos", Map.of()));
    assertThat(second.body()).contains("role=\"alert\"", "Test Dos");
    assertThat(assistants().all(workspace())).extracting(Assistant::name).contains("Test Uno");
    assertThat(assistants().all(workspace()))
        .extracting(Assistant::name)
        .doesNotContain("Test Dos");
  }

  private static Assistants assistants() {
    return RunningApplication.shared().bean(Assistants.class);
  }

  private static WorkspaceId workspace() {
    return RunningApplication.shared().bean(Workspaces.class).all().getFirst().id();
  }

  private static Assistant saved(String name) {
    return assistants().all(workspace()).stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> form(String name, Map<String, String> other) {
    var form =
        new HashMap<>(
            Map.of(
                "name", name,
                "enabled", "on",
                "engine", "MATRIX",
                "when", "ALWAYS",
                "temperature", "0,2",
                "history", "10",
                "moneyPerConversation", "0,15"));
    form.putAll(
        Map.of(
            "callsPerTurn", "4",
            "toolStepsPerTurn", "3",
            "promptTokens", "1500",
            "answerTokens", "400",
            "callsPerConversation", "60",
            "tokensPerConversation", "60000"));
    form.putAll(other);
    return form;
  }
}
