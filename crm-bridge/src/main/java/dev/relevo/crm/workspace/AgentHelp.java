package dev.relevo.crm.workspace;

/// What the people who answer are offered besides their own words.
///
/// @param drafts replies are drafted from what the workspace knows
/// @param rewrites what a person wrote is worded anew
public record AgentHelp(boolean drafts, boolean rewrites) {

  /// Everything.
  public static final AgentHelp DEFAULT = new AgentHelp(true, true);
}
