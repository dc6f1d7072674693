package dev.relevo.bot.responder;

import dev.relevo.bot.assistant.Engine;

/// One way of deciding what to say. No side effects, no transaction; may take its time within the
/// turn's deadline.
public interface Responder {

  /// Whose assistants ask it. The matrix's is asked by all of them, and first.
  Engine engine();

  /// Decides, or leaves it at what was decided so far. Never throws for what a customer can write.
  ///
  /// @param soFar what the responder before it decided; a fallback for the first
  Decision respond(Asking asking, Decision soFar);

  /// Whether it is in the midst of something with this customer, a form say, and must be asked
  /// before any other.
  default boolean engaged(Asking asking) {
    return false;
  }
}
