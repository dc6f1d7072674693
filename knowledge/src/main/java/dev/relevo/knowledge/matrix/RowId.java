package dev.relevo.knowledge.matrix;

/// The stable key editors give a row, for example `ENV-003`. At most 64 characters, no blanks
/// around it.
public record RowId(String value) implements Comparable<RowId> {

  public RowId {
    if (value.isBlank() || value.length() > 64 || !value.equals(value.strip())) {
      throw new IllegalArgumentException("a row id has 1 to 64 characters and no blanks around it");
    }
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
