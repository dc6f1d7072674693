package dev.relevo.crm.contact;

/// Which contact; also names the contact's thread and its lane.
public record ContactId(long value) {

  public ContactId {
    if (value <= 0) {
      throw new IllegalArgumentException("an id is positive: " + value);
    }
  }
}
