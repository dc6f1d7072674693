package dev.relevo.bot.responder;

/// The matrix alone, asked as a customer's message would ask it.
public interface Lookup {

  /// Which rows, which scores, and what would be said; costs nothing and asks no model.
  Decision look(Asking asking);
}
