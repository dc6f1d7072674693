package dev.relevo.bot.dialogflow;

import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The calls of agents on record.
@Component
public class AgentLog {

  private final AgentCallTable table;

  AgentLog(AgentCallTable table) {
    this.table = table;
  }

  /// What an agent was asked to answer a message.
  public Optional<AgentCall> of(WorkspaceId workspace, MessageId message) {
    return table.answering(workspace, message);
  }

  public Optional<AgentCall> find(WorkspaceId workspace, long id) {
    return table.numbered(workspace, id);
  }

  /// What went wrong with a call and what to do, for a person; empty when nothing did.
  public Optional<String> trouble(AgentCall call, Language reader) {
    return call.fault().map(it -> Sentences.of(it, AgentName.of(call.agent()), reader));
  }
}
