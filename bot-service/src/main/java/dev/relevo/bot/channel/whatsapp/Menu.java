package dev.relevo.bot.channel.whatsapp;

import dev.relevo.crm.conversation.Content.Choice;
import dev.relevo.crm.conversation.Content.Option;
import dev.relevo.crm.sql.Column;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A question with options, as WhatsApp can show it: up to three as reply buttons, up to ten as a
/// list, anything else as numbered text. A page to open becomes a button of its own when it is the
/// only option, and a line of text otherwise.
final class Menu {

  private static final int BUTTONS = 3;
  private static final int BUTTON_LABEL = 20;
  private static final int BUTTON_ID = 256;
  private static final int ROWS = 10;
  private static final int ROW_LABEL = 24;
  private static final int ROW_ID = 200;
  private static final int DESCRIPTION = 72;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Choice choice;
  private final List<Option> answers;
  private final List<Option> pages;
  private final String open;

  /// @param open the label that opens a list
  Menu(Choice choice, String open) {
    this.choice = choice;
    this.answers = choice.options().stream().filter(it -> it.link().isEmpty()).toList();
    this.pages = choice.options().stream().filter(it -> it.link().isPresent()).toList();
    this.open = Column.start(open, BUTTON_LABEL);
  }

  /// The `interactive` object; an empty one when it must be said as text.
  ObjectNode interactive() {
    if (answers.isEmpty() && pages.size() == 1 && fits(pages, BUTTON_LABEL, BUTTON_ID)) {
      return page(pages.getFirst());
    }
    if (answers.isEmpty() || question().length() > Pieces.QUESTION) {
      return NODES.objectNode();
    }
    if (answers.size() <= BUTTONS && fits(answers, BUTTON_LABEL, BUTTON_ID)) {
      return buttons();
    }
    return answers.size() <= ROWS && fits(answers, ROW_LABEL, ROW_ID) ? list() : NODES.objectNode();
  }

  /// As text; an option's number is its place among all options, so that a digit picks it.
  String numbered() {
    var text = new StringBuilder(choice.body().strip());
    for (var n = 0; n < choice.options().size(); n++) {
      var option = choice.options().get(n);
      text.append(text.isEmpty() ? "" : "\n");
      text.append(option.link().isPresent() ? line(option) : (n + 1) + ". " + option.label());
    }
    return text.toString();
  }

  private String question() {
    var lines = pages.stream().map(Menu::line).collect(Collectors.joining("\n"));
    var question = (choice.body().strip() + "\n" + lines).strip();
    return question.isEmpty() ? open : question;
  }

  private static String line(Option page) {
    return page.label() + ": " + page.link().orElse("");
  }

  private static boolean fits(List<Option> options, int longestLabel, int longestId) {
    return unique(options, Option::label, longestLabel) && unique(options, Option::id, longestId);
  }

  private static boolean unique(List<Option> options, Function<Option, String> part, int longest) {
    var seen = new HashSet<String>();
    return options.stream()
        .map(part)
        .allMatch(it -> !it.isBlank() && it.length() <= longest && seen.add(it));
  }

  private ObjectNode page(Option page) {
    var interactive = typed("cta_url", choice.body().isBlank() ? page.label() : choice.body());
    interactive
        .putObject("action")
        .put("name", "cta_url")
        .putObject("parameters")
        .put("display_text", page.label())
        .put("url", page.link().orElse(""));
    return interactive;
  }

  private ObjectNode buttons() {
    var interactive = typed("button", question());
    var buttons = interactive.putObject("action").putArray("buttons");
    for (var option : answers) {
      buttons
          .addObject()
          .put("type", "reply")
          .putObject("reply")
          .put("id", option.id())
          .put("title", option.label());
    }
    return interactive;
  }

  private ObjectNode list() {
    var interactive = typed("list", question());
    var action = interactive.putObject("action").put("button", open);
    var rows = action.putArray("sections").addObject().put("title", open).putArray("rows");
    for (var option : answers) {
      var row = rows.addObject().put("id", option.id()).put("title", option.label());
      if (!option.description().isBlank()) {
        row.put("description", Column.start(option.description(), DESCRIPTION));
      }
    }
    return interactive;
  }

  private static ObjectNode typed(String type, String question) {
    var interactive = NODES.objectNode().put("type", type);
    interactive.putObject("body").put("text", question);
    return interactive;
  }
}
