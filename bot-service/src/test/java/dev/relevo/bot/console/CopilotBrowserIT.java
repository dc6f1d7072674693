package dev.relevo.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.access.Visit;
import dev.relevo.bot.browser.ChromiumTests;
import dev.relevo.bot.browser.RunningApplication;
import dev.relevo.bot.llm.Connections;
import dev.relevo.bot.llm.Entered;
import dev.relevo.bot.standin.ModelAnswer;
import dev.relevo.bot.standin.ModelFault;
import dev.relevo.bot.standin.ModelStandIn;
import dev.relevo.bot.standin.Script;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.AgentHelp;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Help with writing at the console: on the page's own doors, and in a real browser with a stand-in
/// for the model.
class CopilotBrowserIT extends ChromiumTests {

  private static final String ROW = "¿Estoy hablando con un robot?";

  private final RunningApplication application = RunningApplication.shared();
  private final Workspaces workspaces = application.bean(Workspaces.class);
  private final WorkspaceId workspace = workspaces.first("Relevo").id();

  @AfterEach
  void asBefore() {
    application.bean(Connections.class).remove(workspace, member());
    workspaces.save(workspaces.find(workspace).withAgentHelp(AgentHelp.DEFAULT));
  }

  @Test
  void withoutAModelARowIsDraftedTheSummaryIsPlainAndNothingIsWordedAnew() {
    var customer = new Customer("Ayuda " + System.nanoTime()).says(ROW).hears();
    var agent = Visit.as(Role.AGENT);
    var doors = customer.path() + "/copilot";
    var sent = customer.thread().size();

    assertThat(agent.get(customer.path()).body())
        .contains("copilotDraft", "copilotSummary")
        .doesNotContain("data-way");
    var draft = agent.post(doors + "/draft", Map.of());
    assertThat(draft.statusCode()).isEqualTo(200);
    assertThat(draft.body()).contains("data-text=\"", "chip");
    assertThat(agent.post(doors + "/summary", Map.of()).body()).contains("El cliente escribió");
    var rewrite = agent.post(doors + "/rewrite", Map.of("text", "ola", "way", "SPELLING"));
    assertThat(rewrite.statusCode()).isEqualTo(422);
    assertThat(rewrite.headers().firstValue("HX-Trigger").orElseThrow())
        .contains("No hay un modelo conectado");
    assertThat(customer.thread()).hasSize(sent);

    Visit.as(Role.MANAGER).post("/console/settings/help", Map.of("complete", "help"));
    assertThat(agent.get(customer.path()).body()).doesNotContain("copilotDraft");
    var off = agent.post(doors + "/draft", Map.of());
    assertThat(off.headers().firstValue("HX-Trigger").orElseThrow())
        .contains("apagada en los ajustes");
  }

  @Test
  void wordsTheReplyAnewWithAWayBackAndSumsUpForTheClosingNote() {
    var customer = new Customer("Modelo " + System.nanoTime()).says(ROW).hears();
    var sent = customer.thread().size();
    try (var model = new ModelStandIn();
        var luisa = Colleague.at(browser(), "Luisa Paredes", Colleague.DESKTOP)) {
      connect(model);
      model.answering(Script.of(ModelAnswer.says("¡Hola! Con mucho gusto le ayudo.")));
      luisa.opens(customer);
      var page = luisa.page();
      page.fill("#text", "ola le ayudo");
      page.focus("#copilot-menu > summary");
      page.keyboard().press("Enter");
      luisa.sees("#copilot-menu .sheet");
      page.focus("[data-way=FRIENDLIER]");
      page.keyboard().press("Enter");
      luisa.sees("#copilot", "Revíselo");
      assertThat(page.inputValue("#text")).isEqualTo("¡Hola! Con mucho gusto le ayudo.");
      page.click("[data-do=copilotUndo]");
      assertThat(page.inputValue("#text")).isEqualTo("ola le ayudo");

      page.click("#copilot-menu > summary");
      page.fill("#copilot-own", "sin saludo");
      page.press("#copilot-own", "Enter");
      luisa.sees("#copilot", "Revíselo");
      assertThat(model.chats()).hasSize(2);

      model.answering(Script.of(ModelAnswer.says("Preguntó si habla con un robot.")));
      page.click("#close-menu > summary");
      page.click("[data-do=copilotClosing]");
      page.waitForCondition(() ->
          page.inputValue("#close-form [name=summary]").equals("Preguntó si habla con un robot."));

      model.failing(new ModelFault.Empty());
      page.keyboard().press("Escape");
      page.click("#text");
      page.click("#copilot-menu > summary");
      page.click("[data-way=SHORTER]");
      luisa.sees(".toast.bad", "El modelo no respondió");
      assertThat(customer.thread()).hasSize(sent);
      assertThat(luisa.faults()).allMatch(it -> it.contains("422"));
    }
  }

  @Test
  void fitsAPhone() {
    var customer = new Customer("Móvil " + System.nanoTime()).says(ROW).hears();
    try (var model = new ModelStandIn();
        var luisa = Colleague.at(browser(), "Luisa Paredes", Colleague.PHONE)) {
      connect(model);
      luisa.opens(customer);
      luisa.page().click("#copilot-menu > summary");
      luisa.sees("[data-way=SPELLING]");
      assertThat(luisa.nothingLiesSideways()).isTrue();
      luisa.page().click("[data-do=copilotSummary]");
      luisa.sees("[data-do=copilotNote]");
      luisa.page().click("[data-do=copilotNote]");
      assertThat(luisa.page().getAttribute("#compose", "data-mode")).isEqualTo("note");
      assertThat(luisa.nothingLiesSideways()).isTrue();
    }
  }

  private MemberId member() {
    return application.bean(Members.class).all(workspace).getFirst().id();
  }

  private void connect(ModelStandIn model) {
    var saved =
        application
            .bean(Connections.class)
            .save(
                workspace,
                new Entered(model.url().toString(), ModelStandIn.MODEL, "", "", ""),
                member());
    assertThat(saved).isEqualTo(new Connections.Saved.Done());
  }
}
