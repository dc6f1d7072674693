package dev.relevo.bot.turn;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Says what became of a model's calls once their turn has ended. A note that cannot be kept costs
/// nobody an answer.
@Component
final class Noting {

  private static final Logger log = LoggerFactory.getLogger(Noting.class);

  private final ObjectProvider<CallNotes> notes;

  Noting(ObjectProvider<CallNotes> notes) {
    this.notes = notes;
  }

  void applied(Applying.Applied applied) {
    var calls = applied.thought().decision().calls();
    if (calls.isEmpty()) {
      return;
    }
    var turn = applied.thought().turn();
    try {
      notes.ifAvailable(
          it ->
              it.became(
                  turn.workspace(), calls, applied.word(), applied.grounds()));
    } catch (RuntimeException e) {
      log.atWarn().addKeyValue("turn", turn.id()).setCause(e).log("a call's end was not noted");
    }
  }
}
