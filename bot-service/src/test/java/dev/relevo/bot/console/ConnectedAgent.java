package dev.relevo.bot.console;

import dev.relevo.bot.access.Visit;
import dev.relevo.bot.assistant.Assistant;
import dev.relevo.bot.assistant.AssistantId;
import dev.relevo.bot.assistant.Assistants;
import dev.relevo.bot.assistant.Engine;
import dev.relevo.bot.assistant.Manner;
import dev.relevo.bot.browser.RunningApplication;
import dev.relevo.bot.dialogflow.ServiceKeys;
import dev.relevo.bot.standin.DialogflowStandIn;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.team.Role;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A stand-in of a Dialogflow agent that the running application's workspace is connected to, with
/// an assistant that asks it in the other web chat, for as long as a test takes.
public final class ConnectedAgent implements AutoCloseable {

  private static final String PAGE = "/console/assistants/dialogflow";
  private static final Visit OWNER = Visit.as(Role.OWNER);

  private final RunningApplication application = RunningApplication.shared();
  private final WorkspaceId workspace = application.bean(Workspaces.class).all().getFirst().id();
  private final MemberId by = application.bean(Members.class).all(workspace).getFirst().id();
  private final AssistantId assistant;

  public ConnectedAgent() {
    var agent = DialogflowStandIn.Agent.SAMPLE;
    var name =
        "projects/%s/locations/%s/agents/%s"
            .formatted(agent.project(), agent.location(), agent.id());
    var fields = new HashMap<>(Map.of("agent", name));
    var saved = OWNER.upload(PAGE, "key", "clave.json", ServiceKeys.json(), fields);
    if (saved.statusCode() != 302) {
      throw new IllegalStateException("the agent was not connected: " + saved.body());
    }
    var asking =
        new Assistant(
            AssistantId.NONE,
            workspace,
            "Con agente",
            true,
            Set.of(new ChannelId("web-otra")),
            Engine.DIALOGFLOW,
            Optional.empty(),
            Manner.DEFAULT);
    if (application.bean(Assistants.class).save(asking, by)
        instanceof Assistants.Saved.Done(var made)) {
      assistant = made;
    } else {
      throw new IllegalStateException("the assistant was not saved");
    }
  }

  /// Who asks it.
  public AssistantId assistant() {
    return assistant;
  }

  @Override
  public void close() {
    application.bean(Assistants.class).retire(workspace, assistant, by);
    OWNER.post(PAGE + "/remove", Map.of());
  }
}
