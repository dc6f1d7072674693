package dev.relevo.bot.console.assistant;

import dev.relevo.bot.assistant.Assistant;
import dev.relevo.bot.assistant.Hours;
import dev.relevo.bot.console.Money;
import dev.relevo.crm.contact.ChannelId;
import dev.relevo.crm.workspace.Language;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// An assistant as its page shows it.
record AssistantView(Assistant it) {

  /// One day's hours.
  record Day(int number, String spans) {}

  public long id() {
    return it.id().value();
  }

  public String name() {
    return it.name();
  }

  public boolean enabled() {
    return it.enabled();
  }

  public String engine() {
    return it.engine().name();
  }

  public String speaks() {
    return it.speaks().map(Language::code).orElse("");
  }

  public Set<String> channels() {
    return it.channels().stream().map(ChannelId::value).collect(Collectors.toSet());
  }

  public String persona() {
    return it.manner().persona();
  }

  public String model() {
    return it.manner().modelName().orElse("");
  }

  public String temperature() {
    return Double.toString(it.manner().temperature());
  }

  public int history() {
    return it.manner().historyTurns();
  }

  public boolean masks() {
    return it.manner().masksPersonalData();
  }

  public String when() {
    return it.manner().hours().when().name();
  }

  public List<String> whens() {
    return Arrays.stream(Hours.When.values()).map(Hours.When::name).toList();
  }

  public List<Day> days() {
    var spans = it.manner().hours().spans();
    return Arrays.stream(DayOfWeek.values())
        .map(day -> new Day(day.getValue(), Spans.written(day, spans)))
        .toList();
  }

  public Set<String> fields() {
    return it.manner().powers().fields();
  }

  public String tags() {
    return it.manner().powers().tags().stream().sorted().collect(Collectors.joining(", "));
  }

  public String teams() {
    return it.manner().powers().teams().stream().sorted().collect(Collectors.joining(", "));
  }

  public boolean assigns() {
    return it.manner().powers().assigns();
  }

  public boolean closes() {
    return it.manner().powers().closes();
  }

  /// The bounds by their field's name.
  public List<Bound> bounds() {
    var bounds = it.manner().bounds();
    return List.of(
        new Bound("callsPerTurn", Integer.toString(bounds.callsPerTurn())),
        new Bound("toolStepsPerTurn", Integer.toString(bounds.toolStepsPerTurn())),
        new Bound("promptTokens", Integer.toString(bounds.promptTokens())),
        new Bound("answerTokens", Integer.toString(bounds.answerTokens())),
        new Bound("callsPerConversation", Integer.toString(bounds.callsPerConversation())),
        new Bound("tokensPerConversation", Long.toString(bounds.tokensPerConversation())),
        new Bound("moneyPerConversation", Money.written(bounds.microsPerConversation())));
  }

  /// A number that bounds something.
  record Bound(String field, String value) {}
}
