package dev.relevo.crm.handoff;

/// Which handoff.
public record HandoffId(long value) {

  public HandoffId {
    if (value <= 0) {
      throw new IllegalArgumentException("an id is positive: " + value);
    }
  }
}
