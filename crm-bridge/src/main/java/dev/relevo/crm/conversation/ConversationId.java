package dev.relevo.crm.conversation;

/// Which conversation: the talk between one opening and one closing.
public record ConversationId(long value) {

  public ConversationId {
    if (value <= 0) {
      throw new IllegalArgumentException("an id is positive: " + value);
    }
  }
}
