package dev.relevo.crm.file;

/// Which file.
public record FileId(long value) {

  public FileId {
    if (value <= 0) {
      throw new IllegalArgumentException("an id is positive: " + value);
    }
  }
}
