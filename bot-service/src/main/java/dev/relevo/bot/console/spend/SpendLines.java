package dev.relevo.bot.console.spend;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.assistant.Assistant;
import dev.relevo.bot.assistant.AssistantId;
import dev.relevo.bot.assistant.Assistants;
import dev.relevo.bot.console.Money;
import dev.relevo.bot.console.Words;
import dev.relevo.bot.spend.Calls;
import dev.relevo.bot.spend.Calls.Cut;
import dev.relevo.bot.spend.Calls.Period;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.conversation.ConversationId;
import dev.relevo.knowledge.gap.RowFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What models took, in a member's words.
@Component
class SpendLines {

  private static final int DEAREST = 20;

  private final Calls calls;
  private final Assistants assistants;
  private final Contacts contacts;
  private final RowFigures figures;
  private final Words words;

  SpendLines(
      Calls calls, Assistants assistants, Contacts contacts, RowFigures figures, Words words) {
    this.calls = calls;
    this.assistants = assistants;
    this.contacts = contacts;
    this.figures = figures;
    this.words = words;
  }

  /// A line of a table.
  ///
  /// @param link empty text when it leads nowhere
  record Line(
      String name,
      String link,
      String calls,
      String failed,
      String read,
      String written,
      String money) {}

  /// What answering took, with and without a model.
  ///
  /// @param asked questions customers asked
  /// @param without how many of them no model was asked for, as the rest in figures
  /// @param perAnswer money for each that a model was asked for
  /// @param perQuestion money for each, those without a model among them
  /// @param tokens read in each conversation with a model
  /// @param calls in each conversation with a model
  record Answers(
      boolean any,
      String asked,
      String without,
      String with,
      String perAnswer,
      String perQuestion,
      String tokens,
      String calls) {}

  List<Line> assistants(SignedIn me, Period period) {
    return calls.costs(me.workspace(), period, Cut.ASSISTANT).stream()
        .map(it -> line(me, it, assistant(me, it.key()), ""))
        .toList();
  }

  List<Line> purposes(SignedIn me, Period period) {
    return calls.costs(me.workspace(), period, Cut.PURPOSE).stream()
        .map(it -> line(me, it, words.sayOr(me, "call.purpose." + it.key(), it.key()), ""))
        .toList();
  }

  List<Line> dearest(SignedIn me, Period period) {
    var costs =
        calls.costs(me.workspace(), period, Cut.CONVERSATION).stream()
            .filter(it -> !it.key().isEmpty())
            .limit(DEAREST)
            .toList();
    var whose =
        calls.contacts(me.workspace(), costs.stream().map(SpendLines::conversation).toList());
    var lines = new ArrayList<Line>();
    for (var cost : costs) {
      lines.add(conversation(me, cost, whose));
    }
    return lines;
  }

  Answers answers(SignedIn me, Period period) {
    var took = calls.answering(me.workspace(), period);
    long asked =
        figures.days(me.workspaceNumber(), period.first()).stream()
            .filter(it -> !it.day().isAfter(period.last()))
            .mapToLong(RowFigures.Day::all)
            .sum();
    long without = Math.max(0, asked - took.messages());
    return new Answers(
        took.messages() > 0,
        whole(me, without + took.messages()),
        whole(me, without),
        whole(me, took.messages()),
        money(me, took.micros(), took.messages()),
        money(me, took.micros(), without + took.messages()),
        whole(me, took.promptTokens() / Math.max(1, took.conversations())),
        String.format(
            me.language().locale(),
            "%.1f",
            took.calls() / (double) Math.max(1, took.conversations())));
  }

  private Line conversation(SignedIn me, Calls.Cost cost, Map<ConversationId, ContactId> whose) {
    var contact = whose.get(conversation(cost));
    if (contact == null) {
      return line(me, cost, words.say(me, "spend.conversation.gone"), "");
    }
    var name =
        contacts
            .find(me.workspace(), contact)
            .map(it -> words.called(me, it).title())
            .orElseGet(() -> words.say(me, "spend.conversation.gone"));
    return line(me, cost, name, "/console/inbox/" + contact.value());
  }

  private static ConversationId conversation(Calls.Cost cost) {
    return new ConversationId(Long.parseLong(cost.key()));
  }

  private String assistant(SignedIn me, String number) {
    var id = new AssistantId(Long.parseLong(number));
    return assistants
        .find(me.workspace(), id)
        .map(Assistant::name)
        .orElseGet(() -> words.say(me, id.value() == 0 ? "spend.plain" : "spend.assistant.gone"));
  }

  private static Line line(SignedIn me, Calls.Cost cost, String name, String link) {
    return new Line(
        name,
        link,
        whole(me, cost.calls()),
        whole(me, cost.failed()),
        whole(me, cost.promptTokens()),
        whole(me, cost.answerTokens()),
        Money.shown(cost.micros(), me.language().locale()));
  }

  private static String whole(SignedIn me, long number) {
    return String.format(me.language().locale(), "%,d", number);
  }

  private static String money(SignedIn me, long micros, long among) {
    return Money.shown(micros / Math.max(1, among), me.language().locale());
  }
}
