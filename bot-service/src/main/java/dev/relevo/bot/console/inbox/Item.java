package dev.relevo.bot.console.inbox;

import dev.relevo.bot.console.Cited;
import java.util.List;

/// Something a thread shows, in its place.
sealed interface Item {

  /// The element's id on the page.
  String id();

  /// The thread's number; 0 for events, which are placed by time.
  long sequence();

  /// In epoch microseconds.
  long at();

  /// `2026-11-23`, in the workspace's zone.
  String day();

  /// Which template shows it.
  String template();

  /// A message.
  ///
  /// @param css who spoke and how far it got: `customer`, `out bot`, `out person failed`, …
  /// @param from who spoke; empty for the customer
  /// @param tick `queued`, `sent`, `delivered`, `read` or nothing
  /// @param problem why it failed; empty when it did not
  /// @param why the page that says why the bot said it; empty when somebody else did
  record Spoken(
      String id,
      long sequence,
      long at,
      String day,
      String css,
      String from,
      Said said,
      String time,
      String tick,
      String problem,
      long number,
      Grounded grounds,
      String why)
      implements Item {
    @Override
    public String template() {
      return "spoken";
    }
  }

  /// A note between colleagues.
  record Noted(String id, long sequence, long at, String day, String from, String body, String time)
      implements Item {
    @Override
    public String template() {
      return "noted";
    }
  }

  /// Something that became true.
  record Happened(String id, long at, String day, String text, String actor, String time)
      implements Item {
    @Override
    public long sequence() {
      return 0;
    }

    @Override
    public String template() {
      return "happened";
    }
  }

  /// A message's content as a page shows it; what does not apply is empty.
  ///
  /// @param kind the case: `text`, `image`, `video`, `audio`, `file`, `place`, `cards`, `order`, …
  /// @param label what is shown for cases without words of their own
  /// @param link where the bytes lie, or the map
  record Said(String kind, String body, String label, String link, List<String> options) {

    static Said text(String body) {
      return new Said("text", body, "", "", List.of());
    }
  }

  /// Why the bot said it.
  ///
  /// @param summary one line; empty when the words are not a bot's answer
  record Grounded(
      String summary,
      String row,
      int version,
      String threshold,
      List<Near> near,
      List<String> reasons,
      List<Cited> citations) {

    static final Grounded NONE = new Grounded("", "", 0, "", List.of(), List.of(), List.of());
  }

  /// A row that was near.
  record Near(String row, String question, String score, double value, boolean reached) {}
}
