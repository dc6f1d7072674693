package dev.relevo.knowledge.matrix;

/// A quick reply under an answer.
///
/// @param label what the customer sees, at most 20 characters (the limit of a WhatsApp reply
///   button)
/// @param action what a tap does
public record Button(String label, Action action) {

  public Button {
    if (label.isBlank() || label.length() > 20) {
      throw new IllegalArgumentException("a button's label has 1 to 20 characters");
    }
  }

  /// What a tap on a button does.
  public sealed interface Action {

    /// The label is taken as if the customer had typed it.
    record Say() implements Action {}

    /// The row is answered.
    record GoTo(RowId row) implements Action {}

    /// The page is opened, or written under the text where a channel has no link buttons.
    record Open(String url) implements Action {}
  }
}
