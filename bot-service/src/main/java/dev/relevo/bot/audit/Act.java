package dev.relevo.bot.audit;

/// The acts that are written down: whatever decides who may enter, what the bot says and how, where
/// data goes, and what is gone for good. Everyday work (replies, rows of a draft) has journals of
/// its own.
public enum Act {
  SIGNED_IN,
  /// Somebody gave a wrong password for a member's e-mail.
  SIGN_IN_REFUSED,
  PASSWORD_CHANGED,
  /// By a link, without the old one.
  PASSWORD_RESET,
  MEMBER_INVITED,
  INVITATION_REVOKED,
  MEMBER_JOINED,
  ROLE_CHANGED,
  RESET_LINK_MADE,
  MEMBER_DEACTIVATED,
  KEY_MADE,
  KEY_REVOKED,
  SETTINGS_CHANGED,
  CHANNEL_RESUMED,
  ASSISTANT_CHANGED,
  ASSISTANT_RETIRED,
  /// With its address and key.
  MODEL_CONNECTED,
  MODEL_DISCONNECTED,
  BUDGET_CHANGED,
  AGENT_CONNECTED,
  AGENT_DISCONNECTED,
  SHEET_CONNECTED,
  SHEET_DISCONNECTED,
  DOCUMENT_ADDED,
  DOCUMENT_REMOVED,
  /// Published at once where nobody else must approve.
  MATRIX_PROPOSED,
  MATRIX_APPROVED,
  MATRIX_REJECTED,
  MATRIX_WITHDRAWN,
  MATRIX_ROLLED_BACK,
  MATRIX_EXPORTED,
  CONTACT_EXPORTED,
  CONTACT_ERASED,
  AUDIT_EXPORTED
}
