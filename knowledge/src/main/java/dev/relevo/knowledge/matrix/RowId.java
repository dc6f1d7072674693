package dev.relevo.knowledge.matrix;

/// The stable key editors give a row, for example `ENV-003`. At most 64 characters on one line, no
/// blanks around it, and no web address, so that a button's target is never ambiguous.
public record RowId(String value) implements Comparable<RowId> {

  /// The most characters an id has. How many characters an id has at most.
  public static final int LONGEST = 64;

  public RowId {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "a row id has 1 to 64 characters on one line, no blanks around it, and is no web address");
    }
  }

  /// Whether the text can be a row's id.
  public static boolean isValid(String value) {
    return !value.isEmpty()
        && value.length() <= LONGEST
        && value.equals(Wording.line(value))
        && !value.contains("://");
  }

  @Override
  public int compareTo(RowId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
