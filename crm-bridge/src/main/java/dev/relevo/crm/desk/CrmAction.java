package dev.relevo.crm.desk;

import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.conversation.ClosingNote;
import dev.relevo.crm.team.MemberId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Something to be done to a contact or its thread; the bot, rows, people, workflows and the API
/// all ask through these.
public sealed interface CrmAction {

  /// At most ten tags of at most 255 characters.
  record AddTags(List<String> tags) implements CrmAction {
    public AddTags {
      tags = List.copyOf(tags);
    }
  }

  record RemoveTags(List<String> tags) implements CrmAction {
    public RemoveTags {
      tags = List.copyOf(tags);
    }
  }

  /// Sets a standard field (`name`, `phone`, `email`, `language`) or a custom one by slug; an empty
  /// value clears it.
  record SetField(String field, String value) implements CrmAction {}

  /// Gives the floor to a person, and opens a handoff when the bot asks for it.
  ///
  /// @param time after which the bot has the floor again, unless a person spoke meanwhile; empty:
  ///   as the workspace's switch `resumeAfter` says
  record PauseBot(String reason, String summary, Optional<String> team, Optional<Duration> time)
      implements CrmAction {

    /// For as long as the workspace says.
    public PauseBot(String reason, String summary, Optional<String> team) {
      this(reason, summary, team, Optional.empty());
    }
  }

  /// Gives the floor back to the bot.
  record ResumeBot() implements CrmAction {}

  /// A person takes the thread: floor and assignment in one. Only by a person.
  record TakeOver() implements CrmAction {}

  record Assign(MemberId to) implements CrmAction {}

  record Unassign() implements CrmAction {}

  record OpenConversation() implements CrmAction {}

  record CloseConversation(ClosingNote note) implements CrmAction {}

  record AddComment(String body) implements CrmAction {}

  /// Tells every member who may see the thread, in their consoles.
  record Notify(String text) implements CrmAction {}

  record Subscribe(boolean subscribed) implements CrmAction {}

  record Block(boolean blocked) implements CrmAction {}

  /// The address is somebody else's by now and gets a contact of its own; what was said there
  /// stays.
  record Separate(AddressId address) implements CrmAction {}

  /// The unread count goes to zero.
  record MarkRead() implements CrmAction {}
}
