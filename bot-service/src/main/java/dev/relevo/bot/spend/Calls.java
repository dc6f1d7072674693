package dev.relevo.bot.spend;

import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.ConversationId;
import dev.relevo.crm.conversation.MessageId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The calls on record, and what they cost.
@Component
public class Calls {

  private final CallTable table;
  private final CostTable costs;

  Calls(CallTable table, CostTable costs) {
    this.table = table;
    this.costs = costs;
  }

  /// What was asked of models to answer a message, in order.
  public List<Call> of(WorkspaceId workspace, MessageId message) {
    return table.of(workspace, message);
  }

  public Optional<Call> find(WorkspaceId workspace, long id) {
    return table.find(workspace, id);
  }

  /// Days in the workspace's zone, both included.
  public record Period(LocalDate first, LocalDate last) {}

  /// What costs are told apart by.
  public enum Cut {
    /// `2026-06-01`, oldest first.
    DAY,
    /// The assistant's number, 0 for the plain one; dearest first, as the rest.
    ASSISTANT,
    /// The conversation's number, empty for what belongs to none; the 100 dearest.
    CONVERSATION,
    PURPOSE
  }

  /// What calls took together.
  ///
  /// @param key what they have in common, by the cut
  /// @param failed how many of the calls failed
  /// @param micros in millionths of the currency the prices are in
  public record Cost(
      String key, long calls, long failed, long promptTokens, long answerTokens, long micros) {}

  /// What it took to answer customers with a model.
  ///
  /// @param messages how many of them a model was asked for
  /// @param conversations in how many conversations
  public record Answering(
      long messages, long conversations, long calls, long promptTokens, long micros) {}

  /// What a period's answers took.
  public Answering answering(WorkspaceId workspace, Period period) {
    return costs.answering(workspace, period);
  }

  /// Whose conversations these are, where a call says so.
  public Map<ConversationId, ContactId> contacts(
      WorkspaceId workspace, Collection<ConversationId> conversations) {
    return costs.contacts(workspace, conversations);
  }

  /// What a period's calls took, cut this way.
  public List<Cost> costs(WorkspaceId workspace, Period period, Cut cut) {
    return costs.by(workspace, period, cut);
  }
}
