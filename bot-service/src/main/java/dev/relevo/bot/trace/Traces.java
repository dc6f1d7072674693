package dev.relevo.bot.trace;

import java.time.Instant;
import java.util.Map;

/// One trace for each message of a customer: it begins when the message was accepted, and holds its
/// turn and every attempt to send what came of it, on whichever replica. The trace's number is made
/// from the message's, so that nothing has to be carried along or stored. Spans hold ids and words
/// of our own, nothing that anybody wrote.
///
/// Telling is done in the background and never fails: what the collector does not take in time is
/// dropped.
public interface Traces {

  /// Where no collector is set.
  Traces NONE =
      new Traces() {
        @Override
        public void answered(long message, Stretch stretch, Map<String, String> about) {}

        @Override
        public void within(long message, String name, Stretch stretch, Map<String, String> about) {}
      };

  /// From when until when something took.
  record Stretch(Instant from, Instant to) {}

  /// The whole of a message's trace: accepted, and its turn ended.
  ///
  /// @param message its number in the ledger
  void answered(long message, Stretch stretch, Map<String, String> about);

  /// A part of it, such as `turn` or `send`; may be told before or after the whole.
  void within(long message, String name, Stretch stretch, Map<String, String> about);
}
