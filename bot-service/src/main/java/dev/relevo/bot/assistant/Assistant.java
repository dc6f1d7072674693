package dev.relevo.bot.assistant;

import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import java.util.Optional;
import java.util.Set;

/// Who answers on some channels, and how.
///
/// @param name what people call it; 1 to 50 characters
/// @param enabled false: nobody answers by machine, every message goes to a person
/// @param channels the ones it answers; none: every channel that no other assistant names
/// @param speaks the language it always speaks; empty: the customer's
public record Assistant(
    AssistantId id,
    WorkspaceId workspace,
    String name,
    boolean enabled,
    Set<ChannelId> channels,
    Engine engine,
    Optional<Language> speaks,
    Manner manner) {

  /// The longest name, in characters.
  public static final int LONGEST_NAME = 50;

  public Assistant {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("an assistant's name has 1 to 50 characters");
    }
    channels = Set.copyOf(channels);
  }

  /// The one a workspace has before anybody made one: it answers everywhere, as far as what is
  /// connected goes.
  public static Assistant plain(WorkspaceId workspace) {
    return new Assistant(
        AssistantId.NONE,
        workspace,
        "Relevo",
        true,
        Set.of(),
        Engine.MODEL,
        Optional.empty(),
        Manner.DEFAULT);
  }

  /// The same with a model and no power to do anything but speak.
  public Assistant speaking() {
    return new Assistant(
        id, workspace, name, enabled, channels, Engine.MODEL, speaks, manner.powerless());
  }

  Assistant withId(AssistantId other) {
    return new Assistant(other, workspace, name, enabled, channels, engine, speaks, manner);
  }
}
