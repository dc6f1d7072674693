package dev.relevo.bot.standin;

import java.util.Map;

/// An agent: decides what is answered, by where the conversation stands.
@FunctionalInterface
public interface DialogflowScript {

  /// Called for one call of a session at a time.
  DialogflowAnswer answer(DialogflowCall call, Standing standing);

  /// Where a session's conversation stands before the call.
  ///
  /// @param page its page's name; `Start Page` at first
  /// @param parameters the session's, those sent along with the call included
  record Standing(String page, Map<String, Object> parameters) {
    public Standing {
      parameters = Map.copyOf(parameters);
    }
  }
}
