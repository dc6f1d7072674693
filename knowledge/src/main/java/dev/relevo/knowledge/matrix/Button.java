package dev.relevo.knowledge.matrix;

/// A quick reply under an answer.
///
/// @param label what the customer sees, one line of at most 20 characters (the limit of a WhatsApp
///   reply button)
/// @param action what a tap does
public record Button(String label, Action action) {

  /// The most characters a label has.
  static final int LONGEST_LABEL = 20;

  public Button {
    label = Wording.line(label);
    if (label.isEmpty() || label.length() > LONGEST_LABEL) {
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
    ///
    /// @param url an `http` or `https` address
    record Open(String url) implements Action {
      public Open {
        if (!WebAddress.isValid(url)) {
          throw new IllegalArgumentException("a button opens an http or https address");
        }
      }
    }
  }
}
