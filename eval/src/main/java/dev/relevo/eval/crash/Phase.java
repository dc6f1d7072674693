package dev.relevo.eval.crash;

/// Where a message can be when the process dies.
enum Phase {
  /// Its webhook is not answered: the accepting transaction runs or is about to.
  ACCEPT,
  /// It is in the ledger and nothing is decided.
  THINK,
  /// The decision is being written.
  APPLY,
  /// The answer is on its way to the provider.
  SEND
}
