package dev.relevo.bot.console.inbox;

import dev.relevo.bot.copilot.Copilot;
import java.util.List;

/// One thread as a page shows it, part by part.
///
/// @param items messages, notes and events, oldest first
/// @param revision everything up to it is in the items
/// @param oldest where older items start, as a parameter; empty when there are none
record Talk(Head head, List<Item> items, long revision, String oldest, Compose compose, Side side) {

  /// The bar over the thread.
  ///
  /// @param window the state of the provider's window: `none`, `open`, `short` or `shut`
  /// @param until when it shuts, in epoch milliseconds
  /// @param left what is left of it in words
  record Head(
      long contact,
      String title,
      String channel,
      boolean bot,
      boolean mine,
      String assignee,
      boolean open,
      boolean blocked,
      String window,
      long until,
      String left,
      List<Colleague> colleagues) {}

  /// Somebody a thread can be given to.
  record Colleague(long member, String name, boolean present, boolean has, boolean me) {}

  /// Where one writes.
  ///
  /// @param help what is offered for writing
  record Compose(long contact, String name, boolean bot, List<Way> ways, Copilot.Offered help) {

    /// Whether no way is open.
    public boolean shut() {
      return ways.stream().noneMatch(it -> it.refusal().isEmpty());
    }
  }

  /// An address to write to.
  ///
  /// @param refusal why nothing can be sent there now; empty when it can
  /// @param files which files can be sent there, in a sentence
  record Way(long address, String label, String refusal, String files, boolean chosen) {}

  /// The contact's pane.
  record Side(
      long contact,
      String title,
      String initials,
      String since,
      List<Datum> data,
      List<String> tags,
      List<Reached> channels,
      boolean subscribed,
      boolean blocked,
      List<Past> timeline) {}

  /// Where the contact is reached.
  record Reached(long address, String label) {}

  /// A field of the contact.
  ///
  /// @param type of its input: `text`, `email`, `tel`, `url`, `number`, `date`, `time`, `choice`
  /// @param choices value and label, for `choice`
  record Datum(
      String field,
      String label,
      String type,
      String value,
      List<Choice> choices,
      String fault,
      boolean saved) {}

  /// A value a field may take.
  record Choice(String value, String label) {}

  /// A line of the timeline.
  record Past(String when, String text, String actor, String css) {}
}
