package dev.relevo.bot.console.inbox;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.bot.channel.Channels;
import dev.relevo.bot.console.Names;
import dev.relevo.bot.console.Words;
import dev.relevo.crm.conversation.FloorHolder;
import dev.relevo.crm.handoff.Inbox;
import dev.relevo.crm.handoff.InboxItem;
import dev.relevo.crm.team.Members;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The lines of an inbox, ready to be shown.
@Component
class InboxLists {

  static final int PAGE = 40;

  private final Inbox inbox;
  private final Members members;
  private final Channels channels;
  private final Workspaces workspaces;
  private final Words words;
  private final Clock clock;

  InboxLists(
      Inbox inbox,
      Members members,
      Channels channels,
      Workspaces workspaces,
      Words words,
      Clock clock) {
    this.inbox = inbox;
    this.members = members;
    this.channels = channels;
    this.workspaces = workspaces;
    this.words = words;
    this.clock = clock;
  }

  /// A page of lines.
  ///
  /// @param older where the next page starts, as a parameter; empty when this is the last
  record Lines(List<Line> lines, String older) {}

  /// One line.
  ///
  /// @param since when the customer began to wait, in epoch milliseconds; 0 when nobody waits
  /// @param end what stands at the end: `unread`, `bot`, `person` or nothing
  record Line(
      long contact,
      String title,
      String initials,
      String channel,
      String author,
      String preview,
      String when,
      long since,
      int unread,
      String end,
      String assignee) {

    public boolean waits() {
      return since > 0;
    }
  }

  Lines lines(SignedIn me, InboxQuery query, Optional<Instant> olderThan, int size) {
    var limit = Math.clamp(size, 1, 200);
    var found = inbox.list(me.workspace(), query.filter(me), olderThan, limit + 1);
    var shown = found.subList(0, Math.min(limit, found.size()));
    var names = new Names(members, me);
    var times = new Times(workspaces.find(me.workspace()).zone(), me.language(), clock);
    return new Lines(
        shown.stream().map(it -> line(me, it, names, times)).toList(),
        found.size() > limit ? older(shown) : "");
  }

  private static String older(List<InboxItem> shown) {
    return shown.reversed().stream()
        .map(InboxItem::lastMessageAt)
        .flatMap(Optional::stream)
        .findFirst()
        .map(Instant::toString)
        .orElse("");
  }

  private Line line(SignedIn me, InboxItem item, Names names, Times times) {
    var assignee =
        item.assignee()
            .map(it -> it.equals(me.member()) ? words.say(me, "you") : names.of(it))
            .orElse("");
    var called = words.called(me, item.contact(), item.knownAs());
    return new Line(
        item.contact().value(),
        called.title(),
        called.initials(),
        item.channel()
            .flatMap(channels::find)
            .map(it -> ChannelMark.of(it.type()).name())
            .orElse("OTHER"),
        author(me, item.previewAuthor()),
        item.preview(),
        item.lastMessageAt().map(times::shortly).orElse(""),
        item.waitingSince().map(Instant::toEpochMilli).orElse(0L),
        item.unread(),
        end(item, assignee),
        assignee);
  }

  private String author(SignedIn me, String author) {
    return switch (author) {
      case "BOT" -> words.say(me, "author.bot");
      case "PERSON" -> words.say(me, "author.person");
      default -> "";
    };
  }

  private static String end(InboxItem item, String assignee) {
    if (item.unread() > 0 && item.floor() == FloorHolder.PERSON) {
      return "unread";
    }
    if (!item.open()) {
      return "closed";
    }
    if (item.floor() == FloorHolder.BOT) {
      return "bot";
    }
    return assignee.isEmpty() ? "nobody" : "person";
  }
}
