package dev.relevo.bot.responder.dialogflow;

import dev.relevo.crm.conversation.ClosingNote;
import dev.relevo.crm.desk.CrmAction;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What an agent wants done, by its parameters (`RB_…`) and by its custom payloads (`crm.actions`).
/// Each is judged by itself: what is unknown or wrong is noted, and the others still happen.
final class Wishes {

  private static final String PREFIX = "RB_";
  private static final String CUSTOM_FIELD = "RB_CF_";

  /// A month.
  private static final int MOST_MINUTES = 31 * 24 * 60;

  private final Circumstances around;
  private final Gathered into;

  Wishes(Circumstances around, Gathered into) {
    this.around = around;
    this.into = into;
  }

  /// The session's parameters; those without the prefix are the agent's own affair.
  void parameters(Map<String, Given> all) {
    var wishes = new TreeMap<String, Given>();
    all.forEach((name, value) -> {
      if (name.toUpperCase(Locale.ROOT).startsWith(PREFIX) && value.isThere()) {
        wishes.put(name.toUpperCase(Locale.ROOT), value);
      }
    });
    name(wishes.remove("RB_FIRSTNAME"), wishes.remove("RB_LASTNAME"));
    wishes.forEach(this::parameter);
  }

  private void parameter(String name, Given value) {
    switch (name) {
      case "RB_ADDTAGS" -> tags(value, true);
      case "RB_REMOVETAGS" -> tags(value, false);
      case "RB_EMAIL" -> field("email", value);
      case "RB_PHONE" -> field("phone", value);
      case "RB_LANGUAGE" -> field("language", value);
      case "RB_SUBSCRIBE" -> ifTruth(name, value, it -> into.act(new CrmAction.Subscribe(it)));
      case "RB_MARKDONE" ->
          ifTruth(
              name,
              value,
              it ->
                  into.act(
                      it
                          ? new CrmAction.CloseConversation(ClosingNote.NONE)
                          : new CrmAction.OpenConversation()));
      case "RB_BOTSTATUS" -> ifTruth(name, value, this::bot);
      case "RB_NOTIFY" -> into.act(new CrmAction.Notify(value.text()));
      case "RB_ASSIGN" -> assign(value.text());
      default -> {
        if (name.startsWith(CUSTOM_FIELD)) {
          field(name.substring(CUSTOM_FIELD.length()).toLowerCase(Locale.ROOT), value);
        } else {
          into.note("ignored " + name);
        }
      }
    }
  }

  /// One of a custom payload's actions.
  void action(Given action) {
    var type = action.textAt("type");
    switch (type) {
      case "add_tags" -> tags(action.at("tags"), true);
      case "remove_tags" -> tags(action.at("tags"), false);
      case "set_field" -> field(action.textAt("field"), action.at("value"));
      case "subscribe" -> into.act(new CrmAction.Subscribe(true));
      case "unsubscribe" -> into.act(new CrmAction.Subscribe(false));
      case "pause_bot" -> pause(action.at("minutes"));
      case "resume_bot" -> bot(true);
      case "assign" -> assign(action);
      case "unassign" -> into.act(new CrmAction.Unassign());
      case "open_conversation" -> into.act(new CrmAction.OpenConversation());
      case "close_conversation" ->
          into.act(
              new CrmAction.CloseConversation(
                  new ClosingNote(action.textAt("category"), action.textAt("summary"))));
      case "comment" -> into.act(new CrmAction.AddComment(action.textAt("text")));
      case "notify" -> into.act(new CrmAction.Notify(action.textAt("text")));
      case "trigger_workflow" -> into.note("refused trigger_workflow: there are no workflows");
      case "send_file" ->
          into.note("refused send_file: a file goes by its web address, in messages");
      default -> into.note("ignored action " + type);
    }
  }

  private void assign(Given action) {
    var team = action.textAt("team");
    if (team.isEmpty()) {
      assign(action.textAt("user", "email", "member"));
    } else {
      into.team(team);
    }
  }

  /// A name is one text here: what is not given stays.
  private void name(@Nullable Given first, @Nullable Given last) {
    if (first == null && last == null) {
      return;
    }
    var known = around.name().strip().split("\\s+", 2);
    var name =
        (first == null ? known[0] : first.text())
            + " "
            + (last == null ? (known.length < 2 ? "" : known[1]) : last.text());
    into.act(new CrmAction.SetField("name", name.strip()));
  }

  private void field(String field, Given value) {
    into.act(new CrmAction.SetField(field, value.text()));
  }

  /// Each by itself, so that one that cannot be does not cost the others.
  private void tags(Given tags, boolean add) {
    for (var tag : tags.texts()) {
      var one = List.of(tag);
      into.act(add ? new CrmAction.AddTags(one) : new CrmAction.RemoveTags(one));
    }
  }

  private void bot(boolean on) {
    if (on) {
      into.act(new CrmAction.ResumeBot());
    } else {
      into.call("", "");
    }
  }

  /// For so many minutes; until a person gives it back where it does not say.
  private void pause(Given minutes) {
    bot(false);
    if (minutes.isThere()) {
      minutes
          .whole(1, MOST_MINUTES)
          .map(Duration::ofMinutes)
          .ifPresentOrElse(
              into::pauseFor,
              () -> into.note("refused minutes: not a whole number from 1 to " + MOST_MINUTES));
    }
  }

  /// A member's e-mail, `none`, or a team.
  private void assign(String to) {
    if (to.equalsIgnoreCase("none")) {
      into.act(new CrmAction.Unassign());
    } else if (to.contains("@")) {
      around
          .member()
          .apply(to)
          .ifPresentOrElse(
              it -> into.act(new CrmAction.Assign(it)),
              () -> into.note("refused assign: no such member"));
    } else {
      into.team(to);
    }
  }

  private void ifTruth(String name, Given value, Consumer<Boolean> then) {
    switch (value.text().toLowerCase(Locale.ROOT)) {
      case "true" -> then.accept(true);
      case "false" -> then.accept(false);
      default -> into.note("refused " + name + ": neither true nor false");
    }
  }
}
