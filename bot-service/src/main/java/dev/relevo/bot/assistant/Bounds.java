package dev.relevo.bot.assistant;

/// How much an assistant may ask of a model; beyond it a person is asked in. Whatever these say, a
/// turn ends by its deadline and a workspace's month by its budget.
///
/// @param callsPerTurn calls of a model for one message of a customer
/// @param toolStepsPerTurn times it may ask for something to be done before it must answer
/// @param promptTokens the longest request, counted as it is sent
/// @param answerTokens the longest answer
/// @param callsPerConversation calls in one conversation
/// @param tokensPerConversation tokens in one conversation, read and written
/// @param microsPerConversation money in one conversation, in millionths of the currency the prices
///   are in
public record Bounds(
    int callsPerTurn,
    int toolStepsPerTurn,
    int promptTokens,
    int answerTokens,
    int callsPerConversation,
    long tokensPerConversation,
    long microsPerConversation) {

  /// A turn of 1,500 tokens read and 400 written, twenty times over.
  public static final Bounds DEFAULT = new Bounds(4, 3, 1_500, 400, 60, 60_000, 200_000);

  public Bounds {
    if (callsPerTurn < 1
        || toolStepsPerTurn < 0
        || promptTokens < 500
        || answerTokens < 50
        || callsPerConversation < 1
        || tokensPerConversation < 1
        || microsPerConversation < 0) {
      throw new IllegalArgumentException("a bound is too small to answer anything");
    }
  }
}
