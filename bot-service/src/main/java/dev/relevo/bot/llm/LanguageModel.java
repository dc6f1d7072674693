package dev.relevo.bot.llm;

import dev.relevo.crm.workspace.WorkspaceId;

/// A language model, asked one call at a time. What a model, a network or a budget can do is an
/// answer, never an exception.
public interface LanguageModel {

  /// Whether the workspace is connected to one.
  boolean connected(WorkspaceId workspace);

  /// Asks, and waits until the deadline at most. The money and calls it may cost are reserved
  /// before and settled after; the call is on record whatever becomes of it. Not to be called
  /// inside a transaction.
  Answer ask(Ask ask);
}
