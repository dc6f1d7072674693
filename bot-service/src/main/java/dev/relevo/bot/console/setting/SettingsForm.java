package dev.relevo.bot.console.setting;

import dev.relevo.crm.workspace.AgentHelp;
import dev.relevo.crm.workspace.Curation;
import dev.relevo.crm.workspace.Guards;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.Switches;
import dev.relevo.crm.workspace.Wording;
import dev.relevo.crm.workspace.Workspace;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The settings page's fields, read into a changed workspace. A field that cannot be read throws
/// [Unreadable] with the key of its name.
final class SettingsForm {

  private final Map<String, String> fields;
  private final Workspace now;

  SettingsForm(Map<String, String> fields, Workspace now) {
    this.fields = fields;
    this.now = now;
  }

  /// A field holds what it cannot.
  static final class Unreadable extends RuntimeException {

    private final String field;

    Unreadable(String field) {
      super(field);
      this.field = field;
    }

    String field() {
      return field;
    }
  }

  Workspace general() {
    var name = text("name", now.name());
    if (name.isEmpty() || name.length() > 100) {
      throw new Unreadable("name");
    }
    return with(name, zone(), language(), now.switches(), now.guards(), reminder(), keep());
  }

  /// Switches that are off are not sent at all; so the form's own mark must be there.
  Workspace floor() {
    if (!on("complete")) {
      throw new Unreadable("floor");
    }
    var after = number("resumeAfter", 0, 525_600);
    var switches =
        new Switches(
            on("pauseOnPersonReply"),
            on("pauseOnAssign"),
            on("pauseOnEcho"),
            on("resumeOnClose"),
            after == 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(after)));
    return with(
        now.name(),
        now.zone(),
        now.language(),
        switches,
        now.guards(),
        now.remindAfter(),
        now.keepConversations());
  }

  /// As [#floor].
  Workspace curation() {
    if (!on("complete")) {
      throw new Unreadable("curation");
    }
    return now.withCuration(new Curation(on("asksWhetherHelpful"), on("testsBlock")));
  }

  /// As [#floor].
  Workspace help() {
    if (!on("complete")) {
      throw new Unreadable("help");
    }
    return now.withAgentHelp(new AgentHelp(on("drafts"), on("rewrites")));
  }

  Workspace guards() {
    var guards =
        new Guards(
            number("turnsPerConversation", 1, 10_000),
            number("repliesPerMinute", 1, 1_000),
            number("identicalTurns", 1, 100),
            number("quickAnswers", 2, 20),
            number("sameWords", 2, 100),
            now.guards().attempts(),
            now.guards().turnDeadline(),
            now.guards().staleAfter());
    return with(
        now.name(),
        now.zone(),
        now.language(),
        now.switches(),
        guards,
        now.remindAfter(),
        now.keepConversations());
  }

  /// The texts of one language; an empty one means the shipped text.
  Workspace texts(Language language) {
    var own = new EnumMap<Wording, String>(Wording.class);
    for (var wording : Wording.values()) {
      var text = text(wording.name(), "");
      if (text.length() > longest(wording)) {
        throw new Unreadable("wording." + wording.name().toLowerCase(java.util.Locale.ROOT));
      }
      if (!text.isEmpty()) {
        own.put(wording, text);
      }
    }
    var texts = new EnumMap<Language, Map<Wording, String>>(Language.class);
    texts.putAll(now.texts());
    texts.put(language, own);
    return new Workspace(
        now.id(),
        now.name(),
        now.zone(),
        now.language(),
        now.switches(),
        now.guards(),
        texts,
        now.remindAfter(),
        now.keepConversations(),
        now.curation(),
        now.agentHelp(),
        now.createdAt());
  }

  /// Labels of buttons are short on every channel.
  static int longest(Wording wording) {
    return switch (wording) {
      case TALK_TO_A_PERSON, SEE_OPTIONS -> 20;
      case GREETING,
          FALLBACK,
          OFFER,
          HANDOFF_SOMEONE_THERE,
          HANDOFF_NOBODY_THERE,
          STILL_WAITING,
          MEDIA_NOT_READ,
          UNSUBSCRIBED,
          SUBSCRIBED,
          CHOOSE_BY_NUMBER ->
          1_000;
    };
  }

  private Workspace with(
      String name,
      ZoneId zone,
      Language language,
      Switches switches,
      Guards guards,
      Duration reminder,
      Optional<Duration> keep) {
    return new Workspace(
        now.id(),
        name,
        zone,
        language,
        switches,
        guards,
        now.texts(),
        reminder,
        keep,
        now.curation(),
        now.agentHelp(),
        now.createdAt());
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(text("zone", now.zone().getId()));
    } catch (DateTimeException e) {
      throw new Unreadable("zone");
    }
  }

  private Language language() {
    return Language.of(text("language", "")).orElseThrow(() -> new Unreadable("language"));
  }

  private Duration reminder() {
    return Duration.ofMinutes(number("remindAfter", 1, 10_080));
  }

  private Optional<Duration> keep() {
    var days = number("keepDays", 0, 36_500);
    return days == 0 ? Optional.empty() : Optional.of(Duration.ofDays(days));
  }

  private boolean on(String field) {
    return fields.containsKey(field);
  }

  private String text(String field, String otherwise) {
    return fields.getOrDefault(field, otherwise).strip();
  }

  /// An empty field counts as nought.
  private int number(String field, int least, int most) {
    var text = text(field, "");
    if (!text.matches("[0-9]{0,6}")) {
      throw new Unreadable(field);
    }
    var number = text.isEmpty() ? 0 : Integer.parseInt(text);
    if (number < least || number > most) {
      throw new Unreadable(field);
    }
    return number;
  }
}
