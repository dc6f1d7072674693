package dev.relevo.bot.assistant;

/// Which assistant; 0 is the one a workspace has before anybody made one.
public record AssistantId(long value) {

  /// Not stored yet.
  public static final AssistantId NONE = new AssistantId(0);
}
