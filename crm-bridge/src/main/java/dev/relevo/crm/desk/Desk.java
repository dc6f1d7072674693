package dev.relevo.crm.desk;

/// The one way to change contacts and conversations.
public class Desk {

  /// Carries the actions out in one transaction (the caller's, when there is one), in order, under
  /// the thread's lock. An action that cannot be is refused by itself and the others still happen.
  public CrmResult apply(CrmRequest request) {
    throw new UnsupportedOperationException();
  }
}
