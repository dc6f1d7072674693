package dev.relevo.crm.workspace;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/// The tenant: one business, its people, contacts and channels.
///
/// @param texts what replaces the shipped wording, by language; absent entries mean the shipped
///   text
/// @param remindAfter how long after a handoff without an answer the customer is told again
/// @param keepConversations how long closed conversations are kept; empty: for ever
public record Workspace(
    WorkspaceId id,
    String name,
    ZoneId zone,
    Language language,
    Switches switches,
    Guards guards,
    Map<Language, Map<Wording, String>> texts,
    Duration remindAfter,
    Optional<Duration> keepConversations,
    Curation curation,
    AgentHelp agentHelp,
    Instant createdAt) {

  public Workspace {
    texts = Map.copyOf(texts);
  }

  /// The same workspace, whose turns are bounded differently.
  public Workspace withGuards(Guards other) {
    return new Workspace(
        id,
        name,
        zone,
        language,
        switches,
        other,
        texts,
        remindAfter,
        keepConversations,
        curation,
        agentHelp,
        createdAt);
  }

  /// The same workspace, looked after differently.
  public Workspace withCuration(Curation other) {
    return new Workspace(
        id,
        name,
        zone,
        language,
        switches,
        guards,
        texts,
        remindAfter,
        keepConversations,
        other,
        agentHelp,
        createdAt);
  }

  /// The same workspace, whose people are helped differently.
  public Workspace withAgentHelp(AgentHelp other) {
    return new Workspace(
        id,
        name,
        zone,
        language,
        switches,
        guards,
        texts,
        remindAfter,
        keepConversations,
        curation,
        other,
        createdAt);
  }
}
