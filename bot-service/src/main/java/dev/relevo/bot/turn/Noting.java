package dev.relevo.bot.turn;

import dev.relevo.bot.assistant.Engine;
import dev.relevo.bot.spend.Note;
import dev.relevo.bot.spend.Spending;
import dev.relevo.crm.conversation.Grounds;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Says what became of a model's calls once their turn has ended. A note that cannot be kept costs
/// nobody an answer.
@Component
final class Noting {

  private static final Logger log = LoggerFactory.getLogger(Noting.class);
  private static final int LONGEST = 64;
  private static final String ROW = "r:";

  private final Spending spending;

  Noting(Spending spending) {
    this.spending = spending;
  }

  void applied(Applying.Applied applied) {
    var turn = applied.thought().turn();
    var note = note(applied.word(), applied.grounds());
    try {
      applied.thought().decision().calls().stream()
          .filter(it -> it.of() == Engine.MODEL)
          .forEach(it -> spending.note(turn.workspace(), it.number(), note));
    } catch (RuntimeException e) {
      log.atWarn().addKeyValue("turn", turn.id()).setCause(e).log("a call's end was not noted");
    }
  }

  private static Note note(String word, Optional<Grounds> grounds) {
    return new Note(
        word.substring(0, Math.min(LONGEST, word.length())),
        grounds.stream()
            .flatMap(it -> it.candidates().stream())
            .map(it -> new Note.Shown(ROW + it.row(), it.score()))
            .toList(),
        grounds.map(Grounds::citations).orElse(List.of()).stream()
            .map(Grounds.Citation::source)
            .toList());
  }
}
