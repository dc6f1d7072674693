package dev.relevo.bot.dialogflow;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.ContactRecords;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What is kept about a contact's conversations with agents.
@Component
final class DialogflowRecords implements ContactRecords {

  private final AgentSessionTable sessions;
  private final AgentCallTable calls;

  DialogflowRecords(AgentSessionTable sessions, AgentCallTable calls) {
    this.sessions = sessions;
    this.calls = calls;
  }

  /// What was asked stays asked; whom an agent knew under another name it does not know under this.
  @Override
  public void move(ContactId from, ContactId to) {
    calls.move(from, to);
    sessions.erase(from);
  }

  @Override
  public Map<String, Object> export(ContactId contact) {
    return Map.of(
        "dialogflow_sessions", sessions.of(contact), "dialogflow_calls", calls.of(contact));
  }

  @Override
  public void erase(ContactId contact) {
    calls.erase(contact);
    sessions.erase(contact);
  }
}
