package dev.relevo.eval;

import dev.relevo.eval.dataset.DialogueSet;
import dev.relevo.eval.talk.Cost;
import dev.relevo.eval.talk.Overhead;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `eval answers`: what an answer of the model costs besides the model.
@Command(
    name = "answers",
    mixinStandardHelpOptions = true,
    description =
        "Measures our chain beside a bare langchain4j call to the same stand-in at no latency, and"
            + " counts what the shipped dialogues make a model read; ends with the code 1 when a"
            + " target is missed.")
final class AnswersCommand implements Callable<Integer> {

  private static final double MOST_MILLIS = 10;
  private static final int MOST_TOKENS = 1_500;

  @Option(
      names = "--times",
      defaultValue = "300",
      description = "How many calls are measured each way; default ${DEFAULT-VALUE}")
  private int times;

  @Option(names = "--dialogues", description = "Only the first so many dialogues.")
  private int most = Integer.MAX_VALUE;

  private final PrintWriter out;

  AnswersCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    var overhead = Overhead.of(times);
    var chain = Overhead.within(overhead.chain(), 0.5);
    var bare = Overhead.within(overhead.bare(), 0.5);
    say("stand-in at no latency, %d times each, one at a time, turn and turn about", times);
    say("our chain       p50 %.1f ms  p99 %.1f ms", chain, Overhead.within(overhead.chain(), 0.99));
    say("bare call       p50 %.1f ms  p99 %.1f ms", bare, Overhead.within(overhead.bare(), 0.99));
    say("difference      p50 %.1f ms  (target: at most %.0f)", chain - bare, MOST_MILLIS);
    var all = DialogueSet.shipped().dialogues();
    var cost = Cost.of(all.subList(0, Math.min(most, all.size())));
    print(cost);
    boolean kept =
        chain - bare <= MOST_MILLIS
            && cost.longestCall() <= MOST_TOKENS
            && cost.callsForRows() == 0;
    say(kept ? "all targets kept" : "a target was missed");
    return kept ? 0 : 1;
  }

  private void print(Cost cost) {
    say("");
    say("%d dialogues before the stand-in, tokens as sent (o200k_base)", cost.conversations());
    say("prompt tokens per call          mean %.0f  most %d", cost.tokensPerCall(), cost.longestCall());
    say("prompt tokens per model answer  mean %.0f  (target: a call reads at most %d)",
        cost.tokensPerAnswer(), MOST_TOKENS);
    say("per conversation                %.1f calls, %.0f prompt tokens (published anchor: 5.2 and"
        + " 43600)", cost.callsPerConversation(), cost.tokensPerConversation());
    say("rows sent word for word         %d, calls of the model for them %d (target: 0)",
        cost.rows(), cost.callsForRows());
  }

  private void say(String line, Object... numbers) {
    out.println(String.format(Locale.ROOT, line, numbers));
    out.flush();
  }
}
