package dev.relevo.bot.responder.llm;

import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.contact.Field;
import dev.relevo.crm.desk.CrmAction;
import dev.relevo.crm.desk.Fields;
import dev.relevo.crm.team.Member;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.crm.workspace.Workspaces;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Asks the rooms that would do it.
@Component
final class DeskChecks implements Checks {

  private final Fields values;
  private final Contacts contacts;
  private final Members members;
  private final Workspaces workspaces;

  DeskChecks(Fields values, Contacts contacts, Members members, Workspaces workspaces) {
    this.values = values;
    this.contacts = contacts;
    this.members = members;
    this.workspaces = workspaces;
  }

  @Override
  public Language house(WorkspaceId workspace) {
    return workspaces.find(workspace).language();
  }

  @Override
  public List<Field> fields(WorkspaceId workspace) {
    return contacts.fields(workspace);
  }

  @Override
  public Optional<String> refusal(WorkspaceId workspace, CrmAction.SetField wish) {
    return values.refusal(workspace, wish);
  }

  @Override
  public Optional<MemberId> member(WorkspaceId workspace, String email) {
    return members.all(workspace).stream()
        .filter(it -> it.email().equalsIgnoreCase(email))
        .findFirst()
        .map(Member::id);
  }
}
