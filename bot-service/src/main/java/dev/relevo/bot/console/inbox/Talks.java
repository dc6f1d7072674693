package dev.relevo.bot.console.inbox;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.console.Names;
import dev.relevo.bot.console.NotHere;
import dev.relevo.bot.console.Words;
import dev.relevo.crm.contact.Contact;
import dev.relevo.crm.conversation.Comment;
import dev.relevo.crm.conversation.Conversations;
import dev.relevo.crm.conversation.Floor;
import dev.relevo.crm.conversation.Journal;
import dev.relevo.crm.conversation.Message;
import dev.relevo.crm.conversation.ThreadState;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/// Reads threads for the page: the newest stretch at first, then what is older, then what is new.
@Component
class Talks {

  static final int PAGE = 50;
  private static final int TIMELINE = 100;
  private static final int CHANGES = 200;

  private final Conversations conversations;
  private final Floor floor;
  private final Journal journal;
  private final Members members;
  private final Workspaces workspaces;
  private final TalkParts parts;
  private final Words words;
  private final Clock clock;

  Talks(
      Conversations conversations,
      Floor floor,
      Journal journal,
      Members members,
      Workspaces workspaces,
      TalkParts parts,
      Words words,
      Clock clock) {
    this.conversations = conversations;
    this.floor = floor;
    this.journal = journal;
    this.members = members;
    this.workspaces = workspaces;
    this.parts = parts;
    this.words = words;
    this.clock = clock;
  }

  /// Some items of a thread.
  ///
  /// @param revision everything up to it was read; 0 when that was not asked
  /// @param oldest where older ones start, as a parameter; empty when there are none
  record Slice(List<Item> items, long revision, String oldest) {

    static Slice of(List<Item> items) {
      return new Slice(items, 0, "");
    }
  }

  Talk open(SignedIn me, Contact contact) {
    var state = state(contact);
    var names = new Names(members, me);
    var times = times(me);
    var timeline = journal.timeline(contact.id(), TIMELINE);
    var slice = slice(me, contact, Stretch.Mark.END, names);
    return new Talk(
        parts.head(me, contact, state, names),
        slice.items(),
        state.sequence(),
        slice.oldest(),
        parts.compose(me, contact, state),
        parts.side(me, contact, timeline, names, times));
  }

  Talk.Head head(SignedIn me, Contact contact) {
    return parts.head(me, contact, state(contact), new Names(members, me));
  }

  Talk.Compose compose(SignedIn me, Contact contact) {
    return parts.compose(me, contact, state(contact));
  }

  Talk.Side side(SignedIn me, Contact contact) {
    var timeline = journal.timeline(contact.id(), TIMELINE);
    return parts.side(me, contact, timeline, new Names(members, me), times(me));
  }

  Slice older(SignedIn me, Contact contact, Stretch.Mark below) {
    return slice(me, contact, below, new Names(members, me));
  }

  /// What is new or changed above the revision; events again, a page knows them by their ids.
  Slice changes(SignedIn me, Contact contact, long after) {
    var state = state(contact);
    var messages = conversations.changes(contact.id(), after, CHANGES);
    var notes =
        conversations.comments(contact.id(), Long.MAX_VALUE, PAGE).stream()
            .filter(it -> it.sequence() > after)
            .toList();
    var items = new Items(words, me, new Names(members, me), times(me));
    var events = journal.timeline(contact.id(), 20);
    var revision = messages.size() < CHANGES ? state.sequence() : messages.getLast().revision();
    return new Slice(items.inOrder(messages, notes, events), Math.max(after, revision), "");
  }

  /// Messages of the thread, as the page shows them.
  List<Item> shown(SignedIn me, List<Message> messages) {
    var items = new Items(words, me, new Names(members, me), times(me));
    return messages.stream().map(items::spoken).toList();
  }

  Item shown(SignedIn me, Comment note) {
    return new Items(words, me, new Names(members, me), times(me)).noted(note);
  }

  Times times(SignedIn me) {
    return new Times(workspaces.find(me.workspace()).zone(), me.language(), clock);
  }

  private Slice slice(SignedIn me, Contact contact, Stretch.Mark below, Names names) {
    var stretch =
        Stretch.cut(
            below,
            conversations.messages(contact.id(), below.sequence(), PAGE),
            conversations.comments(contact.id(), below.sequence(), PAGE),
            journal.timeline(contact.id(), below.event(), PAGE),
            PAGE);
    var items =
        new Items(words, me, names, times(me))
            .inOrder(stretch.messages(), stretch.notes(), stretch.events());
    return new Slice(items, 0, stretch.older().map(Stretch.Mark::toString).orElse(""));
  }

  private ThreadState state(Contact contact) {
    return floor.read(contact.id()).orElseThrow(() -> new NotHere("no thread"));
  }
}
