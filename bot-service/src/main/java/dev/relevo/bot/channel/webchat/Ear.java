package dev.relevo.bot.channel.webchat;

import dev.relevo.bot.live.Live;
import dev.relevo.bot.live.Signal;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.conversation.Author;
import dev.relevo.crm.conversation.Entry;
import dev.relevo.crm.conversation.Event;
import dev.relevo.crm.conversation.MessageState;
import dev.relevo.crm.workspace.WorkspaceId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Hears what becomes true in a workspace, and tells the pages it concerns.
final class Ear implements Live.Listener {

  /// What can change what a visitor sees; tags, notes and fields do not.
  private static final Set<String> SEEN =
      Set.of(
          "message.received",
          "message.sent",
          "message.changed",
          "floor.taken",
          "floor.given",
          "assignee.changed",
          "contact.erased");

  /// After which a visitor may be another contact.
  private static final Set<String> MOVED = Set.of("contact.merged", "contact.separated");

  private static final Set<String> TICKS =
      Set.of(MessageState.DELIVERED.name(), MessageState.READ.name());

  private final Streams streams;
  private final WorkspaceId workspace;
  private final Speakers speakers;

  Ear(Streams streams, WorkspaceId workspace, Speakers speakers) {
    this.streams = streams;
    this.workspace = workspace;
    this.speakers = speakers;
  }

  @Override
  public void changed(List<Entry> entries) {
    entries.stream()
        .map(Entry::event)
        .filter(it -> MOVED.contains(it.kind()))
        .forEach(it -> streams.moved(concerned(it)));
    entries.stream()
        .map(Entry::event)
        .filter(Ear::isSeen)
        .flatMap(it -> it.contact().stream())
        .collect(Collectors.toSet())
        .forEach(it -> streams.of(it).forEach(Stream::changed));
  }

  @Override
  public void signalled(Signal signal) {
    switch (signal) {
      case Signal.Typing it -> typing(it);
      case Signal.Looking _ -> {}
    }
  }

  @Override
  public void missed() {
    streams.of(workspace).forEach(Stream::changed);
  }

  /// That a visitor has seen something is no news to the visitor.
  private static boolean isSeen(Event event) {
    return SEEN.contains(event.kind()) && !TICKS.contains(event.data().getOrDefault("state", ""));
  }

  private void typing(Signal.Typing signal) {
    var listening = streams.of(signal.contact());
    if (!signal.on() || listening.isEmpty() || signal.who() instanceof Author.Customer) {
      return;
    }
    var from = signal.who() instanceof Author.Person ? "person" : "bot";
    var who = new Stream.Typing(from, speakers.name(workspace, signal.who()));
    listening.forEach(it -> it.typing(who));
  }

  /// Whom the event is about, and whoever else it names.
  private static Set<ContactId> concerned(Event event) {
    var contacts = new HashSet<ContactId>();
    event.contact().ifPresent(contacts::add);
    event.data().values().stream()
        .flatMap(it -> number(it).stream())
        .map(ContactId::new)
        .forEach(contacts::add);
    return contacts;
  }

  private static Optional<Long> number(String text) {
    return text.matches("[1-9]\\d{0,17}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }
}
