package dev.relevo.crm.workspace;

/// The texts the product itself says to customers; each can be changed per workspace and language.
public enum Wording {
  /// First thing in a new web chat, before the customer wrote.
  GREETING,
  /// First miss.
  FALLBACK,
  /// Asked over a choice of close rows.
  OFFER,
  /// The label of the choice that asks for a person; at most 20 characters.
  TALK_TO_A_PERSON,
  /// Handoff while somebody is there.
  HANDOFF_SOMEONE_THERE,
  /// Handoff while nobody is there.
  HANDOFF_NOBODY_THERE,
  /// Nobody answered for a while after a handoff.
  STILL_WAITING,
  /// A picture, a voice note, a place … without words.
  MEDIA_NOT_READ,
  /// The contact asked not to be written to.
  UNSUBSCRIBED,
  /// The contact asked to be written to again.
  SUBSCRIBED,
  /// A numbered menu follows; where a channel cannot show buttons.
  CHOOSE_BY_NUMBER,
  /// The label that opens a list of choices; at most 20 characters.
  SEE_OPTIONS
}
