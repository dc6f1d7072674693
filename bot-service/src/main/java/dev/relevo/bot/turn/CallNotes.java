package dev.relevo.bot.turn;

import dev.relevo.crm.conversation.Grounds;
import dev.relevo.crm.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;

/// Keeps on record what became of the answers a model was paid for; implemented where its calls are
/// kept.
public interface CallNotes {

  /// @param calls numbers of the calls, all made for one message
  /// @param outcome of the turn, in a word or a few
  /// @param grounds what was shown to the model and what it cited
  void became(WorkspaceId workspace, List<Long> calls, String outcome, Optional<Grounds> grounds);
}
