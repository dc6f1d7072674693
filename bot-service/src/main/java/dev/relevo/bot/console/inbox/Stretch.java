package dev.relevo.bot.console.inbox;

import dev.relevo.crm.conversation.Comment;
import dev.relevo.crm.conversation.Entry;
import dev.relevo.crm.conversation.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A stretch of a thread: messages, notes and events below a mark, with nothing missing between
/// them. What was read of one kind reaches further back than what was read of another; the rest is
/// left to the next stretch.
///
/// @param messages oldest first
/// @param notes oldest first
/// @param events newest first, as the journal gives them
/// @param older where the next stretch starts; empty when this reaches the thread's beginning
record Stretch(
    List<Message> messages, List<Comment> notes, List<Entry> events, Optional<Mark> older) {

  /// A place in a thread: what is older has smaller numbers.
  ///
  /// @param sequence of messages and notes
  /// @param event of the journal's entries
  record Mark(long sequence, long event) {

    static final Mark END = new Mark(Long.MAX_VALUE, Long.MAX_VALUE);

    /// As a page's address carries it: `120.4711`.
    @Override
    public String toString() {
      return sequence + "." + event;
    }

    static Optional<Mark> of(String text) {
      if (!text.matches("[0-9]{1,18}\\.[0-9]{1,18}")) {
        return Optional.empty();
      }
      var dot = text.indexOf('.');
      return Optional.of(
          new Mark(
              Long.parseLong(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1))));
    }
  }

  /// Cuts what was read below a mark to what is whole.
  ///
  /// @param page how many of each were asked for: as many means that there may be more
  static Stretch cut(
      Mark below, List<Message> messages, List<Comment> notes, List<Entry> events, int page) {
    var number =
        Math.max(
            messages.size() < page ? 0 : messages.getFirst().sequence(),
            notes.size() < page ? 0 : notes.getFirst().sequence());
    var said = messages.stream().filter(it -> it.sequence() >= number).toList();
    var noted = notes.stream().filter(it -> it.sequence() >= number).toList();
    var saidFrom =
        number == 0
            ? Optional.<Instant>empty()
            : Stream.concat(
                    said.stream().limit(1).map(Message::at),
                    noted.stream().limit(1).map(Comment::at))
                .min(Instant::compareTo);
    var happenedFrom =
        events.size() < page ? Optional.<Instant>empty() : Optional.of(events.getLast().at());
    var from = Stream.of(saidFrom, happenedFrom).flatMap(Optional::stream).max(Instant::compareTo);
    if (from.isEmpty()) {
      return new Stretch(said, noted, events, Optional.empty());
    }
    Predicate<Instant> before = it -> it.isBefore(from.get());
    var whole =
        new Stretch(
            said.stream().dropWhile(it -> before.test(it.at())).toList(),
            noted.stream().dropWhile(it -> before.test(it.at())).toList(),
            events.stream().takeWhile(it -> !before.test(it.at())).toList(),
            Optional.empty());
    return new Stretch(
        whole.messages(), whole.notes(), whole.events(), Optional.of(whole.start(below)));
  }

  private Mark start(Mark below) {
    var sequence =
        Stream.concat(
                messages.stream().map(Message::sequence), notes.stream().map(Comment::sequence))
            .mapToLong(it -> it)
            .min();
    var event =
        events.isEmpty() ? OptionalLong.empty() : OptionalLong.of(events.getLast().position().id());
    return new Mark(sequence.orElse(below.sequence()), event.orElse(below.event()));
  }
}
