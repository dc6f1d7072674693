package dev.relevo.bot.channel.webchat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What a visitor reads before they wrote anything. Lines of the workspace's greeting that begin
/// with `- ` are offered to tap, and so is a person; nothing of it is stored until the visitor
/// speaks.
record Greeting(String text, List<Suggestion> options) {

  /// At most so many lines become options: a list that fits without scrolling.
  static final int MOST = 5;

  Greeting {
    options = List.copyOf(options);
  }

  record Suggestion(String id, String label) {}

  static Greeting of(String wording, String person) {
    var lines = wording.strip().lines().toList();
    var text = lines.stream().filter(it -> !isOption(it)).collect(Collectors.joining("\n")).strip();
    var options = new ArrayList<Suggestion>();
    lines.stream()
        .filter(Greeting::isOption)
        .map(it -> it.strip().substring(2).strip())
        .filter(it -> !it.isEmpty() && it.length() <= 60)
        .limit(MOST)
        .forEach(it -> options.add(new Suggestion("say:" + it, it)));
    options.add(new Suggestion("person", person));
    return new Greeting(text, options);
  }

  private static boolean isOption(String line) {
    return line.strip().startsWith("- ");
  }
}
