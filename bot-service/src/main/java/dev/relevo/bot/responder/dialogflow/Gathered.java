package dev.relevo.bot.responder.dialogflow;

import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.desk.CrmAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What an answer says and asks for, as it is gathered from its messages and parameters.
final class Gathered {

  /// A person is to take over.
  ///
  /// @param reason the agent's words for it; may be empty
  /// @param summary the agent's; may be empty
  record Call(String reason, String summary) {}

  private final List<Content> contents = new ArrayList<>();
  private final List<CrmAction> actions = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private Optional<Call> call = Optional.empty();
  private Optional<String> team = Optional.empty();
  private Optional<Duration> pause = Optional.empty();
  private boolean ended;

  void say(Content content) {
    contents.add(content);
  }

  void say(String text) {
    if (!text.isBlank()) {
      contents.add(new Content.Text(text));
    }
  }

  /// Options belong to the words before them.
  ///
  /// @param otherwise what is asked when there are none
  void offer(List<Content.Option> options, String otherwise) {
    if (options.isEmpty()) {
      return;
    }
    switch (contents.isEmpty() ? new Content.Text(otherwise) : contents.getLast()) {
      case Content.Text(var body) -> replaceLast(new Content.Choice(body, options));
      case Content.Choice(var body, var others) -> {
        var all = new ArrayList<>(others);
        all.addAll(options);
        replaceLast(new Content.Choice(body, all));
      }
      default -> say(new Content.Choice(otherwise, options));
    }
  }

  private void replaceLast(Content content) {
    if (!contents.isEmpty()) {
      contents.removeLast();
    }
    contents.add(content);
  }

  void act(CrmAction action) {
    actions.add(action);
  }

  /// A remark for whoever looks after the bot; never a customer's words.
  void note(String remark) {
    notes.add(remark);
  }

  /// What is said of it first counts.
  void call(String reason, String summary) {
    call = Optional.of(call.map(it -> both(it, reason, summary)).orElse(new Call(reason, summary)));
  }

  private static Call both(Call one, String reason, String summary) {
    return new Call(
        one.reason().isEmpty() ? reason : one.reason(),
        one.summary().isEmpty() ? summary : one.summary());
  }

  void team(String name) {
    team = team.or(() -> Optional.of(name).filter(it -> !it.isBlank()));
  }

  /// How long the bot is to be silent once a person is called.
  void pauseFor(Duration time) {
    pause = Optional.of(time);
  }

  void end() {
    ended = true;
  }

  List<Content> contents() {
    return List.copyOf(contents);
  }

  /// Fields, tags, subscription, open or closed, the bot, notes and notifications, assignment.
  List<CrmAction> actions() {
    return actions.stream().sorted(Comparator.comparingInt(Gathered::place)).toList();
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  Optional<Call> call() {
    return call;
  }

  Optional<String> team() {
    return team;
  }

  Optional<Duration> pause() {
    return pause;
  }

  boolean ended() {
    return ended;
  }

  private static int place(CrmAction action) {
    return switch (action) {
      case CrmAction.SetField _ -> 0;
      case CrmAction.AddTags _, CrmAction.RemoveTags _ -> 1;
      case CrmAction.Subscribe _, CrmAction.Block _, CrmAction.Separate _ -> 2;
      case CrmAction.OpenConversation _, CrmAction.CloseConversation _, CrmAction.MarkRead _ -> 3;
      case CrmAction.PauseBot _, CrmAction.ResumeBot _, CrmAction.TakeOver _ -> 4;
      case CrmAction.AddComment _, CrmAction.Notify _ -> 5;
      case CrmAction.Assign _, CrmAction.Unassign _ -> 6;
    };
  }
}
