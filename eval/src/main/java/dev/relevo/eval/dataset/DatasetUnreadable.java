package dev.relevo.eval.dataset;

/// A file of a dataset is missing or not what it ought to be; the message is one sentence for the
/// person who named it.
public final class DatasetUnreadable extends RuntimeException {

  public DatasetUnreadable(String message) {
    super(message);
  }

  public DatasetUnreadable(String message, Throwable cause) {
    super(message, cause);
  }
}
