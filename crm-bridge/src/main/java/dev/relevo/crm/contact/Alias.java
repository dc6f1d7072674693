package dev.relevo.crm.contact;

/// A name by which a provider knows a person.
///
/// @param kind which sort of name
/// @param value as the provider writes it, 1 to 200 characters
public record Alias(Kind kind, String value) {

  public Alias {
    if (value.isBlank() || value.length() > 200) {
      throw new IllegalArgumentException("an alias has 1 to 200 characters");
    }
  }

  /// Sorts of names.
  public enum Kind {
    /// A phone number the provider verified, digits only, no `+`. Shared by all channels of a
    /// workspace.
    PHONE,
    /// WhatsApp's business-scoped user id.
    USER_ID,
    /// WhatsApp's business-scoped user id of the parent business.
    PARENT_USER_ID,
    /// A browser's visitor id in the web chat.
    VISITOR
  }
}
