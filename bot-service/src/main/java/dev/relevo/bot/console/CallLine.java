package dev.relevo.bot.console;

import java.util.List;

/// A call of a model, or of a Dialogflow agent, as pages show it.
///
/// @param agent whether an agent was called; `model` is its name then
/// @param purpose in words, as are state, fault and outcome; what does not apply is empty
/// @param parts what was sent, in order
/// @param frame the rest of what was sent: bounds, tools, the form of the answer
/// @param purged texts are no longer kept
public record CallLine(
    long id,
    boolean agent,
    String at,
    String purpose,
    String model,
    Taken taken,
    String state,
    boolean failed,
    String fault,
    String outcome,
    List<Part> parts,
    String frame,
    String answer,
    List<Step> steps,
    boolean purged) {

  public CallLine {
    parts = List.copyOf(parts);
    steps = List.copyOf(steps);
  }

  /// What it took; what an agent costs is between its owner and Google.
  ///
  /// @param first from asking to the first word
  public record Taken(String read, String written, String money, String time, String first) {}

  /// A line of the conversation with the model.
  ///
  /// @param role `rules`, `data`, `model`, `result` or `said`
  public record Part(String role, String text) {

    /// Our own rules are the same every time.
    public boolean folded() {
      return role.equals("rules");
    }
  }

  /// Something the model asked to be done.
  public record Step(String name, String arguments) {}
}
