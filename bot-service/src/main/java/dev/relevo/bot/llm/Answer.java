package dev.relevo.bot.llm;

import java.util.List;

/// What became of asking a model.
public sealed interface Answer {

  /// It answered.
  ///
  /// @param text its words; empty text when it only asks for something to be done
  /// @param call the call's number on record
  record Said(String text, List<ToolCall> calls, long call) implements Answer {
    public Said {
      calls = List.copyOf(calls);
    }
  }

  /// It was not asked.
  record NotAsked(Reason reason) implements Answer {}

  /// It was asked, and nothing came that can be used.
  ///
  /// @param call the call's number on record
  record Failed(Fault fault, long call) implements Answer {}

  /// Why a model was not asked.
  enum Reason {
    NOT_CONNECTED,
    /// It failed so often lately that it is left alone for a while.
    RESTING,
    /// No time is left.
    TOO_LATE,
    /// The request is longer than its bound.
    TOO_LONG,
    TURN_SPENT,
    CONVERSATION_SPENT,
    /// The workspace's month.
    MONTH_SPENT
  }

  /// What went wrong with a call.
  enum Fault {
    /// It had not finished by the deadline.
    SLOW,
    /// It asks us to come later (429).
    BUSY,
    /// Its own fault (5xx), or no connection.
    DOWN,
    /// The stream broke off.
    CUT,
    /// Nothing was said.
    EMPTY,
    /// Not what the protocol says.
    GARBLED,
    /// The answer ran into its bound.
    UNFINISHED,
    /// More than the model can read.
    CONTEXT_TOO_LONG,
    /// Key, name or address are refused: a person must look at the connection.
    REFUSED
  }
}
