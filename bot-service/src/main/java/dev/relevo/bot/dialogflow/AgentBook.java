package dev.relevo.bot.dialogflow;

import dev.relevo.bot.assistant.AssistantId;
import dev.relevo.bot.database.Tenancy;
import dev.relevo.bot.setting.SealedTexts;
import dev.relevo.bot.setting.Secrets;
import dev.relevo.crm.workspace.Workspace;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// How agents are reached, with their keys.
@Component
final class AgentBook implements SealedTexts {

  private static final String PURPOSE = "dialogflow-key";

  private final AgentConnectionTable table;
  private final Workspaces workspaces;
  private final Secrets secrets;
  private final Optional<Connection> set;

  AgentBook(
      AgentConnectionTable table,
      Workspaces workspaces,
      Secrets secrets,
      DialogflowSettings settings) {
    this.table = table;
    this.workspaces = workspaces;
    this.secrets = secrets;
    this.set = settings.connection();
  }

  /// An assistant's agent: its own, else the workspace's, else the one that is set.
  Optional<Connection> of(WorkspaceId workspace, AssistantId assistant) {
    var all = table.all(workspace);
    return all.stream()
        .filter(it -> it.assistant().filter(assistant::equals).isPresent())
        .findFirst()
        .or(() -> all.stream().filter(it -> it.assistant().isEmpty()).findFirst())
        .map(it -> new Connection(it.agent(), it.language(), key(it)))
        .or(() -> set(workspace));
  }

  /// Every agent that may be asked.
  Set<AgentName> agents() {
    var agents = new HashSet<AgentName>();
    set.map(Connection::agent).ifPresent(agents::add);
    workspaces.all().stream()
        .flatMap(it -> table.all(it.id()).stream())
        .map(AgentConnectionTable.Kept::agent)
        .forEach(agents::add);
    return agents;
  }

  /// What somebody entered for just that assistant, or for all without one of their own.
  Optional<AgentConnectionTable.Kept> kept(WorkspaceId workspace, Optional<AssistantId> assistant) {
    return table.all(workspace).stream().filter(it -> it.assistant().equals(assistant)).findFirst();
  }

  /// The operator's, which is the first workspace's: one business's agent is not asked for
  /// another's customers.
  Optional<Connection> set(WorkspaceId workspace) {
    return set.filter(_ ->
        Tenancy.everywhere(workspaces::all).stream()
            .findFirst()
            .map(Workspace::id)
            .filter(workspace::equals)
            .isPresent());
  }

  /// Empty when it was sealed with another secret key.
  Optional<ServiceKey> key(AgentConnectionTable.Kept kept) {
    return secrets.open(PURPOSE, kept.sealed()).flatMap(ServiceKey::read);
  }

  @Override
  public String purpose() {
    return PURPOSE;
  }

  @Override
  public List<String> all() {
    return table.sealed();
  }

  @Override
  public void replace(String old, String fresh) {
    table.replace(old, fresh);
  }

  String sealed(ServiceKey key) {
    return secrets.seal(PURPOSE, key.json());
  }
}
