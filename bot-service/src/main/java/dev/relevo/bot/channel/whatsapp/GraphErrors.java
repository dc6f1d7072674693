package dev.relevo.bot.channel.whatsapp;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What Meta's error codes mean for what we send, and the sentence an agent reads. Codes decide,
/// never HTTP statuses or titles, which contradict each other and change.
///
/// Source: the error pages of the Cloud API, as merged in our wire notes, 2026.
final class GraphErrors {

  /// What to do.
  enum Remedy {
    /// This message may go later.
    RETRY,
    /// May go later, but is not tried a third time.
    RETRY_ONCE,
    /// This customer gets too many: 4^X seconds.
    SPARE_CUSTOMER,
    /// The number sends too much, or is away for a minute.
    SPARE_CHANNEL,
    /// Never as it is.
    REFUSE,
    /// Nothing will go until a person mends the account.
    PAUSE
  }

  /// One code.
  record Rule(Remedy remedy, String sentence) {}

  static final String WINDOW_CLOSED =
      "More than 24 hours have passed since the customer last wrote; only a template may be sent now.";

  private static final Map<Integer, Rule> RULES = rules();

  private GraphErrors() {}

  static Optional<Rule> rule(int code) {
    if (code >= 200 && code <= 299) {
      return Optional.of(new Rule(Remedy.PAUSE, "The access token lacks a permission."));
    }
    return Optional.ofNullable(RULES.get(code));
  }

  /// The sentence for a code; Meta's own details when we do not know it.
  static String sentence(String code, String details) {
    return number(code)
        .flatMap(GraphErrors::rule)
        .map(Rule::sentence)
        .orElse(details.isBlank() ? "WhatsApp refused it." : details);
  }

  private static Optional<Integer> number(String code) {
    return code.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(code)) : Optional.empty();
  }

  private static Map<Integer, Rule> rules() {
    var rules = new HashMap<Integer, Rule>();
    retried(rules);
    refused(rules);
    paused(rules);
    return Map.copyOf(rules);
  }

  private static void retried(Map<Integer, Rule> rules) {
    put(
        rules,
        Remedy.SPARE_CUSTOMER,
        "Too many messages to this customer in a short time.",
        131056);
    put(rules, Remedy.SPARE_CHANNEL, "The number sends more than WhatsApp allows.", 130429);
    put(rules, Remedy.SPARE_CHANNEL, "The account's limit of requests is reached.", 4, 80007);
    put(rules, Remedy.SPARE_CHANNEL, "The account is in maintenance.", 131057);
    put(
        rules,
        Remedy.RETRY,
        "WhatsApp is not available for the moment.",
        2,
        131000,
        131016,
        133004);
    put(rules, Remedy.RETRY_ONCE, "WhatsApp failed without saying why.", 1);
    put(rules, Remedy.RETRY_ONCE, "WhatsApp could not fetch the file.", 131052);
    put(rules, Remedy.RETRY_ONCE, "WhatsApp could not take the file.", 131053);
  }

  private static void refused(Map<Integer, Rule> rules) {
    put(rules, Remedy.REFUSE, WINDOW_CLOSED, 131047, 470);
    put(rules, Remedy.REFUSE, "WhatsApp suspects the number of spam.", 131048);
    put(
        rules,
        Remedy.REFUSE,
        "WhatsApp holds it back: this customer gets many marketing messages. Try again tomorrow.",
        131049);
    put(rules, Remedy.REFUSE, "The customer does not want marketing messages.", 131050);
    put(rules, Remedy.REFUSE, "WhatsApp keeps this customer out for an experiment.", 130472);
    put(
        rules,
        Remedy.REFUSE,
        "It cannot be delivered: the number has no WhatsApp, an old one, or has blocked the business.",
        131026);
    put(rules, Remedy.REFUSE, "The business cannot write to itself.", 131021);
    put(
        rules,
        Remedy.REFUSE,
        "A test number may write only to numbers on its list; add this one at Meta.",
        131030);
    put(rules, Remedy.REFUSE, "WhatsApp does not know this kind of message.", 131051);
    put(
        rules,
        Remedy.REFUSE,
        "WhatsApp found a value in it that it does not accept.",
        33,
        100,
        131008,
        131009);
    put(
        rules,
        Remedy.REFUSE,
        "The template and what was filled in do not fit each other.",
        132000,
        132012);
    put(rules, Remedy.REFUSE, "The template does not exist in this language.", 132001);
    put(rules, Remedy.REFUSE, "The filled-in template is too long.", 132005);
    put(rules, Remedy.REFUSE, "The template breaks one of WhatsApp's rules.", 132007);
    put(rules, Remedy.REFUSE, "WhatsApp has paused the template.", 132015);
    put(rules, Remedy.REFUSE, "WhatsApp has disabled the template.", 132016);
    put(rules, Remedy.REFUSE, "WhatsApp has blocked or slowed the form.", 132068, 132069);
    put(rules, Remedy.REFUSE, "WhatsApp could not send it.", 135000);
  }

  private static void paused(Map<Integer, Rule> rules) {
    put(rules, Remedy.PAUSE, "The access token is wrong or has expired.", 0, 190);
    put(rules, Remedy.PAUSE, "The access token lacks a permission.", 3, 10, 131005);
    put(rules, Remedy.PAUSE, "Meta has locked the account.", 368, 131031);
    put(rules, Remedy.PAUSE, "Meta cannot charge the account.", 131042);
    put(rules, Remedy.PAUSE, "The number is not registered at WhatsApp.", 131045, 133010);
    put(rules, Remedy.PAUSE, "The number was registered too often; wait three days.", 133016);
  }

  private static void put(Map<Integer, Rule> rules, Remedy remedy, String sentence, int... codes) {
    for (var code : codes) {
      rules.put(code, new Rule(remedy, sentence));
    }
  }
}
