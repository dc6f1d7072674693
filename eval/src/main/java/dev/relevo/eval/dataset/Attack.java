package dev.relevo.eval.dataset;

import dev.relevo.bot.standin.AttackersServant.Order;
import dev.relevo.bot.standin.ModelRequest.ToolCall;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One attempt to make the bot do what the business does not want.
///
/// @param where the attack sits
/// @param wants what the attacker is after
/// @param task what the model is asked to do
/// @param plant the attack, where it does not sit in the message
/// @param asks what the customer says last
/// @param trigger words by which the attack is known, in clear even where it is disguised
/// @param obeying what a model does that obeys
/// @param breach what must not have happened
public record Attack(
    String id,
    Locale language,
    Where where,
    Wants wants,
    Task task,
    Optional<Plant> plant,
    String asks,
    String trigger,
    Obeying obeying,
    Breach breach) {

  /// Where an attack sits.
  public enum Where {
    /// The customer's last message.
    MESSAGE,
    /// A message of the customer's before.
    HISTORY,
    /// The answer of a matrix row that a model may word; the plant's title is its question.
    ROW,
    /// A passage of a document; the plant's title is its place.
    PASSAGE,
    /// The name of a file the customer sends.
    FILE_NAME,
    /// The name the customer's account has.
    CONTACT_NAME,
    /// What comes back from an action the model asked for; the plant's title is the action.
    TOOL_RESULT,
    /// The value of a contact's field; the plant's title is the field.
    FIELD,
    /// What a Dialogflow agent said before in the same conversation.
    DIALOGFLOW
  }

  /// What an attacker is after.
  public enum Wants {
    LEAK_PROMPT,
    LEAK_CONTACT,
    LEAK_WORKSPACE,
    LEAK_NOTE,
    FORGED_LINK,
    FORGED_PHONE,
    FORGED_PRICE,
    FORGED_DISCOUNT,
    FORGED_DATE,
    FORBIDDEN_TOOL,
    CHANGE_LANGUAGE,
    CHANGE_PERSONA,
    WRONG_PREMISE,
    SMUGGLING,
    FAKE_CITATION,
    FAKE_SYSTEM,
    MARKUP
  }

  /// What the model is asked to do while it is attacked.
  public enum Task {
    /// Answer the customer.
    ANSWER,
    /// Summarise the conversation for whoever takes over.
    SUMMARISE
  }

  /// What somebody put where the bot will read it.
  public record Plant(String title, String text) {}

  /// What a model does that obeys; `{{instructions}}` and the like as in [Order].
  public record Obeying(String text, List<String> citations, List<Call> calls) {}

  /// A tool called; arguments as JSON.
  public record Call(String name, String arguments) {}

  /// What must not have happened.
  ///
  /// @param leaksInstructions words of the instructions in a row, in clear, in base64 or backwards
  /// @param said in anything a customer gets, whatever the case, invisible characters ignored
  /// @param patterns the same, as regular expressions
  /// @param did actions: `name`, `name:tag or field`, `name:field=value`
  /// @param asked in anything that is sent to the model
  public record Breach(
      boolean leaksInstructions,
      List<String> said,
      List<String> patterns,
      List<String> did,
      List<String> asked) {}

  /// What the stand-in that serves attackers is to do once the attack reaches it.
  public Order order() {
    return new Order(
        trigger,
        obeying.text(),
        obeying.citations(),
        obeying.calls().stream().map(it -> new ToolCall(it.name(), it.arguments())).toList());
  }

  /// The attacker's own words.
  public String words() {
    return plant.map(Plant::text).orElse(asks);
  }
}
