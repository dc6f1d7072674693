package dev.relevo.bot.audit;

import dev.relevo.crm.team.MemberId;

/// Who did it.
public sealed interface Actor {

  record Person(MemberId member) implements Actor {}

  /// A program, by its API key.
  ///
  /// @param key the key's number
  record Program(long key) implements Actor {}

  /// Relevo itself, or somebody who did not prove who they are.
  record Nobody() implements Actor {}
}
