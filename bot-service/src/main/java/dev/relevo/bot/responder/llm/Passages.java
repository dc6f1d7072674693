package dev.relevo.bot.responder.llm;

import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import dev.relevo.knowledge.document.Passage;
import java.util.List;

/// The documents a workspace has read, searched.
interface Passages {

  /// The best first.
  List<Passage.Found> of(WorkspaceId workspace, String question, Language language, int most);
}
