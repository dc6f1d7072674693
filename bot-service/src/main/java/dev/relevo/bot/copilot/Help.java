package dev.relevo.bot.copilot;

import dev.relevo.crm.conversation.Grounds;
import java.util.List;

/// What came of asking for help.
public sealed interface Help {

  /// Plain text.
  ///
  /// @param sources what it stands on; none for words that are only worded anew or summed up
  record Written(String text, List<Grounds.Citation> sources) implements Help {
    public Written {
      sources = List.copyOf(sources);
    }

    Written(String text) {
      this(text, List.of());
    }
  }

  /// Nothing was written.
  record None(Why why) implements Help {}
}
