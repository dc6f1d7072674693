package dev.relevo.crm.desk;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.workspace.WorkspaceId;
import java.util.List;

/// Actions on one contact, asked by somebody for a reason.
///
/// @param id the same id gives the first result again; 1 to 100 characters
/// @param why a word for the journal: `row ENV-003`, `console`, …
public record CrmRequest(
    String id,
    WorkspaceId workspace,
    ContactId contact,
    Author by,
    String why,
    List<CrmAction> actions) {

  public CrmRequest {
    actions = List.copyOf(actions);
  }
}
