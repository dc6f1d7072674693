package dev.relevo.crm.conversation;

/// Which message.
public record MessageId(long value) {

  public MessageId {
    if (value <= 0) {
      throw new IllegalArgumentException("an id is positive: " + value);
    }
  }
}
