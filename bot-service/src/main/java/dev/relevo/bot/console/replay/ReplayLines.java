package dev.relevo.bot.console.replay;

import dev.relevo.bot.access.SignedIn;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.replay.Change;
import dev.relevo.knowledge.replay.Lead;
import dev.relevo.knowledge.replay.Run;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Runs and changes as pages show them.
@Component
class ReplayLines {

  private final Workspaces workspaces;

  ReplayLines(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  /// A run.
  ///
  /// @param state `running`, `done`, …
  /// @param verdicts how many changes of each, the worst first
  record Line(
      long id,
      String state,
      long revision,
      int version,
      int conversations,
      int questions,
      int done,
      int same,
      String by,
      String at,
      Map<String, Integer> verdicts,
      Map<String, Integer> kinds) {

    public int changed() {
      return verdicts.values().stream().mapToInt(Integer::intValue).sum();
    }

    public boolean isRunning() {
      return state.equals("running");
    }
  }

  /// A change, both sides.
  record Shown(
      int position,
      String question,
      String language,
      int times,
      long contact,
      String kind,
      String verdict,
      Side before,
      Side after) {}

  /// Where a question leads.
  ///
  /// @param way `answered`, `offered`, `silent`
  record Side(String way, List<String> rows, String question, String answer, String score) {}

  Line line(SignedIn me, Run run) {
    return new Line(
        run.id(),
        word(run.state()),
        run.revision(),
        run.version(),
        run.conversations(),
        run.questions(),
        run.done(),
        run.same(),
        run.by(),
        DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", me.language().locale())
            .format(run.started().atZone(workspaces.find(me.workspace()).zone())),
        counts(Change.Verdict.values(), run.verdicts()),
        counts(Change.Kind.values(), run.kinds()));
  }

  Shown shown(SignedIn me, Change it) {
    return new Shown(
        it.position(),
        it.question(),
        it.language(),
        it.times(),
        it.contact(),
        word(it.kind()),
        word(it.verdict()),
        side(me, it.before()),
        side(me, it.after()));
  }

  private static Side side(SignedIn me, Lead it) {
    return new Side(
        word(it.way()),
        it.rows(),
        it.question(),
        it.answer(),
        String.format(me.language().locale(), "%.2f", it.score()));
  }

  private static <E extends Enum<E>> Map<String, Integer> counts(E[] values, Map<E, Integer> of) {
    var counts = new LinkedHashMap<String, Integer>();
    Arrays.stream(values).forEach(it -> counts.put(word(it), of.getOrDefault(it, 0)));
    return counts;
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
