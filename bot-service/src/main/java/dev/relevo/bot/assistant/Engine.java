package dev.relevo.bot.assistant;

/// How far an assistant goes to find an answer. The matrix is always asked first, and what nobody
/// answers goes to a person.
public enum Engine {
  /// The rows of the matrix, and nothing else.
  MATRIX,
  /// Then a language model, over the rows and passages that were found. Without a model's
  /// connection the same as `MATRIX`.
  MODEL,
  /// Then an agent of Dialogflow CX. Without an agent's connection the same as `MATRIX`.
  DIALOGFLOW
}
