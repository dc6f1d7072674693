package dev.relevo.eval.crash;

/// Where a message can be when the process dies.
enum Phase {
  /// Its webhook is not answered, and it is not in the ledger.
  ACCEPT,
  /// It is in the ledger, and nothing of its turn is written.
  THINK,
  /// Its turn is written and not committed.
  APPLY,
  /// Its answer is at the provider, who has read it and not yet said so.
  SEND
}
