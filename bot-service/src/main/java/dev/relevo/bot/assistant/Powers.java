package dev.relevo.bot.assistant;

import java.util.Set;

/// What a model may ask to be done; anything else it asks for is refused.
///
/// @param fields the contact's fields it may fill from what the customer says: `name`, `email`,
///   `phone`, `language`, or a custom field's slug
/// @param tags those it may add
/// @param teams whom it may hand a conversation to, by name; a hand-off to nobody in particular is
///   always allowed
/// @param assigns whether it may assign to a member, by e-mail
/// @param closes whether it may close the conversation when the customer is done
public record Powers(
    Set<String> fields, Set<String> tags, Set<String> teams, boolean assigns, boolean closes) {

  /// It answers, asks back and hands off; nothing else.
  public static final Powers NONE = new Powers(Set.of(), Set.of(), Set.of(), false, false);

  public Powers {
    fields = Set.copyOf(fields);
    tags = Set.copyOf(tags);
    teams = Set.copyOf(teams);
  }
}
