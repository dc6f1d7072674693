package dev.relevo.crm.team;

/// Which member of a workspace.
public record MemberId(long value) {

  public MemberId {
    if (value <= 0) {
      throw new IllegalArgumentException("an id is positive: " + value);
    }
  }
}
