package dev.relevo.bot.dialogflow;

import com.google.cloud.dialogflow.cx.v3.QueryResult;

/// What became of asking an agent.
public sealed interface Exchange {

  /// It answered.
  ///
  /// @param misses how often in a row it did not understand, this time included
  /// @param call its number on record
  record Answered(QueryResult result, int misses, long call) implements Exchange {}

  /// It was not asked.
  record NotAsked(Reason reason) implements Exchange {}

  /// It was asked, and nothing came that can be used. It is not asked again: it may have heard.
  ///
  /// @param call its number on record
  record Failed(Fault fault, long call) implements Exchange {}

  /// Why an agent was not asked.
  enum Reason {
    NOT_CONNECTED,
    /// It failed so often lately that it is left alone for a while.
    RESTING,
    /// No time is left.
    TOO_LATE,
    /// This message was asked before, and what was answered is not known.
    ASKED_BEFORE
  }
}
