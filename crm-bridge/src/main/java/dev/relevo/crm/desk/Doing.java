package dev.relevo.crm.desk;

import dev.relevo.crm.contact.AddressId;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.contact.Contacts;
import dev.relevo.crm.contact.Separation;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.ClosingNote;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.Event;
import dev.relevo.crm.conversation.Floor;
import dev.relevo.crm.conversation.Journal;
import dev.relevo.crm.desk.CrmResult.Effect;
import dev.relevo.crm.handoff.Handoffs;
import dev.relevo.crm.team.Member;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.workspace.Language;
import dev.relevo.crm.workspace.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Carries out one action under the thread's lock.
@Component
class Doing {
  /// On whom, by whom, and in which language to refuse.
  record Asked(ContactId contact, WorkspaceId workspace, Author by, Language language) {
    Effect refuse(String key, Object... arguments) {
      return Refusals.say(language, key, arguments);
    }
  }

  private final Contacts contacts;
  private final Fields fields;
  private final Conversations conversations;
  private final Floor floor;
  private final Handoffs handoffs;
  private final Members members;
  private final Journal journal;

  Doing(
      Contacts contacts,
      Fields fields,
      Conversations conversations,
      Floor floor,
      Handoffs handoffs,
      Members members,
      Journal journal) {
    this.contacts = contacts;
    this.fields = fields;
    this.conversations = conversations;
    this.floor = floor;
    this.handoffs = handoffs;
    this.members = members;
    this.journal = journal;
  }

  Effect apply(Asked asked, CrmAction action) {
    return switch (action) {
      case CrmAction.AddTags it -> tag(asked, it.tags(), true);
      case CrmAction.RemoveTags it -> tag(asked, it.tags(), false);
      case CrmAction.SetField it -> setField(asked, it);
      case CrmAction.PauseBot it -> {
        var effect = pause(asked, it);
        it.time().ifPresent(time -> floor.resumeIn(asked.contact(), time));
        yield effect;
      }
      case CrmAction.ResumeBot() -> effect(floor.give(asked.contact(), asked.by(), "resume"));
      case CrmAction.TakeOver() -> takeOver(asked);
      case CrmAction.Assign it -> assign(asked, it.to());
      case CrmAction.Unassign() ->
          effect(floor.assign(asked.contact(), Optional.empty(), asked.by()));
      case CrmAction.OpenConversation() -> open(asked);
      case CrmAction.CloseConversation it -> close(asked, it.note());
      case CrmAction.AddComment it -> comment(asked, it.body());
      case CrmAction.Notify it -> notify(asked, it.text());
      case CrmAction.Subscribe it ->
          changed(
              asked,
              contacts.subscribe(asked.contact(), it.subscribed()),
              it.subscribed() ? "contact.subscribed" : "contact.unsubscribed");
      case CrmAction.Block it ->
          changed(
              asked,
              contacts.block(asked.contact(), it.blocked()),
              it.blocked() ? "contact.blocked" : "contact.unblocked");
      case CrmAction.Separate it -> separate(asked, it.address());
      case CrmAction.MarkRead() -> effect(conversations.read(asked.contact(), asked.by()));
    };
  }

  private Effect tag(Asked asked, List<String> given, boolean add) {
    var tags = given.stream().map(String::strip).distinct().toList();
    if (tags.size() > 10) {
      return asked.refuse("tags.many");
    }
    if (tags.stream().anyMatch(it -> it.isEmpty() || it.length() > 255)) {
      return asked.refuse("tag.length");
    }
    var changed = add ? contacts.tag(asked.contact(), tags) : contacts.untag(asked.contact(), tags);
    changed.forEach(it -> append(asked, add ? "tag.added" : "tag.removed", Map.of("tag", it)));
    return effect(!changed.isEmpty());
  }

  private Effect setField(Asked asked, CrmAction.SetField field) {
    var effect = fields.set(asked, field.field(), field.value());
    if (effect instanceof Effect.Done) {
      append(asked, "field.changed", Map.of("field", field.field()));
    }
    return effect;
  }

  private Effect pause(Asked asked, CrmAction.PauseBot pause) {
    var asksForPerson = asked.by() instanceof Author.Bot || asked.by() instanceof Author.Automatic;
    if (!asksForPerson) {
      return effect(floor.take(asked.contact(), asked.by(), "pause"));
    }
    if (handoffs.current(asked.contact()).isPresent()) {
      return effect(floor.take(asked.contact(), asked.by(), "handoff"));
    }
    handoffs.open(asked.contact(), asked.by(), pause.reason(), pause.summary(), pause.team());
    return new Effect.Done();
  }

  private Effect takeOver(Asked asked) {
    if (!(asked.by() instanceof Author.Person person)) {
      return asked.refuse("person.only");
    }
    var taken = floor.take(asked.contact(), person, "take-over");
    var assigned = floor.assign(asked.contact(), Optional.of(person.member()), person);
    var handedOver = handoffs.taken(asked.contact(), person);
    return effect(taken || assigned || handedOver);
  }

  private Effect assign(Asked asked, MemberId to) {
    if (members.find(asked.workspace(), to).filter(Member::active).isEmpty()) {
      return asked.refuse("member.unknown");
    }
    return effect(floor.assign(asked.contact(), Optional.of(to), asked.by()));
  }

  private Effect open(Asked asked) {
    return isBlocked(asked)
        ? asked.refuse("contact.blocked")
        : effect(conversations.open(asked.contact(), asked.by()).isPresent());
  }

  private Effect close(Asked asked, ClosingNote note) {
    if (isBlocked(asked)) {
      return asked.refuse("contact.blocked");
    }
    if (note.category().length() > 128 || note.summary().length() > 512) {
      return asked.refuse("note.length");
    }
    return effect(conversations.close(asked.contact(), asked.by(), note));
  }

  private Effect comment(Asked asked, String body) {
    if (body.isBlank() || body.length() > 4000) {
      return asked.refuse("comment.length");
    }
    conversations.comment(asked.contact(), asked.by(), body.strip());
    return new Effect.Done();
  }

  private Effect notify(Asked asked, String text) {
    if (text.isBlank() || text.length() > 200) {
      return asked.refuse("notify.length");
    }
    append(asked, "members.notified", Map.of("text", text.strip()));
    return new Effect.Done();
  }

  private Effect separate(Asked asked, AddressId address) {
    return switch (contacts.separate(asked.workspace(), asked.contact(), address)) {
      case Separation.Done(var to, var channel) -> {
        var data = Map.of("to", Long.toString(to.value()), "channel", channel.value());
        append(asked, "contact.separated", data);
        yield new Effect.Done();
      }
      case Separation.NotTheirs() -> asked.refuse("address.gone");
      case Separation.SamePhone() -> asked.refuse("address.phone");
    };
  }

  private boolean isBlocked(Asked asked) {
    return !contacts.blocked(List.of(asked.contact())).isEmpty();
  }

  private Effect changed(Asked asked, boolean changed, String kind) {
    if (changed) {
      append(asked, kind, Map.of());
    }
    return effect(changed);
  }

  private void append(Asked asked, String kind, Map<String, String> data) {
    journal.append(
        List.of(
            new Event(
                asked.workspace(),
                Optional.of(asked.contact()),
                Optional.empty(),
                kind,
                asked.by(),
                data)));
  }

  private static Effect effect(boolean changed) {
    return changed ? new Effect.Done() : new Effect.Unchanged();
  }
}
