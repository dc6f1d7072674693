package dev.relevo.crm.team;

/// What a member may do; each includes the next.
public enum Role {
  OWNER,
  MANAGER,
  AGENT;

  /// Whether this role may do what the other may.
  public boolean includes(Role other) {
    return compareTo(other) <= 0;
  }
}
