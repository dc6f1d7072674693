package dev.relevo.bot.responder;

import dev.relevo.crm.conversation.Content;
import dev.relevo.crm.conversation.Grounds;
import dev.relevo.crm.desk.CrmAction;
import dev.relevo.crm.workspace.Language;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a responder decided. Deciding changes nothing; the turn does.
public sealed interface Outcome {

  /// Say this, then do that.
  ///
  /// @param later what is said some time after
  record Reply(List<Content> contents, List<Later> later, Grounds grounds, List<CrmAction> actions)
      implements Outcome {
    public Reply {
      contents = List.copyOf(contents);
      later = List.copyOf(later);
      actions = List.copyOf(actions);
    }

    /// Nothing is said later.
    public Reply(List<Content> contents, Grounds grounds, List<CrmAction> actions) {
      this(contents, List.of(), grounds, actions);
    }
  }

  /// Let the customer choose between close rows.
  record Offer(Content.Choice choice, Grounds grounds, List<CrmAction> actions) implements Outcome {
    public Offer {
      actions = List.copyOf(actions);
    }

    /// Nothing is done.
    public Offer(Content.Choice choice, Grounds grounds) {
      this(choice, grounds, List.of());
    }
  }

  /// Say this, if anything, and let a person take over.
  ///
  /// @param contents the row's own words; when empty the turn says the workspace's text
  /// @param reason `asked`, `row`, `misses`, `guard`, …
  /// @param summary one note for whoever takes over
  /// @param language of the contents, where it is known; else the customer's is assumed
  record Handoff(
      List<Content> contents,
      String reason,
      String summary,
      Optional<String> team,
      List<CrmAction> actions,
      Optional<Grounds> grounds,
      Optional<Language> language)
      implements Outcome {
    public Handoff {
      contents = List.copyOf(contents);
      actions = List.copyOf(actions);
    }

    /// In the customer's language.
    public Handoff(
        List<Content> contents,
        String reason,
        String summary,
        Optional<String> team,
        List<CrmAction> actions,
        Optional<Grounds> grounds) {
      this(contents, reason, summary, team, actions, grounds, Optional.empty());
    }
  }

  /// Nothing fits; the turn says the fallback, or hands off when it missed before.
  ///
  /// @param actions what the customer told is kept all the same
  record Fallback(Grounds grounds, List<CrmAction> actions) implements Outcome {
    public Fallback {
      actions = List.copyOf(actions);
    }

    /// Nothing is done.
    public Fallback(Grounds grounds) {
      this(grounds, List.of());
    }
  }

  /// Say nothing.
  record Silence(String why) implements Outcome {}

  /// It did not work.
  record Failure(String what, boolean worthRetrying) implements Outcome {}

  /// The same, and these are done too, after its own; nothing is where nothing is said.
  default Outcome doing(List<CrmAction> more) {
    return switch (this) {
      case Reply(var contents, var later, var grounds, var actions) ->
          new Reply(contents, later, grounds, both(actions, more));
      case Offer(var choice, var grounds, var actions) ->
          new Offer(choice, grounds, both(actions, more));
      case Handoff it ->
          new Handoff(
              it.contents(),
              it.reason(),
              it.summary(),
              it.team(),
              both(it.actions(), more),
              it.grounds(),
              it.language());
      case Fallback(var grounds, var actions) -> new Fallback(grounds, both(actions, more));
      case Silence _, Failure _ -> this;
    };
  }

  private static List<CrmAction> both(List<CrmAction> some, List<CrmAction> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /// Said so long after the rest of a reply.
  record Later(List<Content> contents, Duration after) {
    public Later {
      contents = List.copyOf(contents);
    }
  }
}
