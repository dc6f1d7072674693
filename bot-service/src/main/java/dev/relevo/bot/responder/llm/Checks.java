package dev.relevo.bot.responder.llm;

import dev.relevo.crm.contact.Field;
import dev.relevo.crm.desk.CrmAction;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;

/// What is looked up before a model's wish is taken over; changes nothing.
interface Checks {

  /// The language of those who work there.
  Language house(WorkspaceId workspace);

  /// The custom fields there are.
  List<Field> fields(WorkspaceId workspace);

  /// Why the value cannot be set, in one sentence; empty when it can.
  Optional<String> refusal(WorkspaceId workspace, CrmAction.SetField wish);

  /// The active member with that e-mail.
  Optional<MemberId> member(WorkspaceId workspace, String email);
}
