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
    var more = Overhead.within(overhead.chain(), 0.5) - Overhead.within(overhead.bare(), 0.5);
    print(told(overhead, more));
    var all = DialogueSet.shipped().dialogues();
    var cost = Cost.of(all.subList(0, Math.min(most, all.size())));
    print(told(cost));
    boolean kept =
        more <= MOST_MILLIS && cost.longestCall() <= MOST_TOKENS && cost.callsForRows() == 0;
    print(kept ? "All targets kept." : "A target was missed.");
    return kept ? 0 : 1;
  }

  private String told(Overhead overhead, double more) {
    return String.format(
        Locale.ROOT,
        """
        Stand-in at no latency, %d times each, one at a time, turn and turn about
        our chain   p50 %5.1f ms  p99 %5.1f ms
        bare call   p50 %5.1f ms  p99 %5.1f ms
        difference  p50 %5.1f ms  (target: at most %.0f)
        """,
        times,
        Overhead.within(overhead.chain(), 0.5),
        Overhead.within(overhead.chain(), 0.99),
        Overhead.within(overhead.bare(), 0.5),
        Overhead.within(overhead.bare(), 0.99),
        more,
        MOST_MILLIS);
  }

  private static String told(Cost cost) {
    return String.format(
        Locale.ROOT,
        """
        %d dialogues before the stand-in, tokens of the requests as sent (o200k_base)
        prompt tokens per call     mean %.0f, most %d (target: at most %d)
        prompt tokens per answer   mean %.0f, all its calls together
        per conversation           %.1f calls, %.0f prompt tokens (published anchor: 5.2 and 43600)
        rows sent word for word    %d, calls of the model for them %d (target: 0)
        """,
        cost.conversations(),
        cost.tokensPerCall(),
        cost.longestCall(),
        MOST_TOKENS,
        cost.tokensPerAnswer(),
        cost.callsPerConversation(),
        cost.tokensPerConversation(),
        cost.rows(),
        cost.callsForRows());
  }

  private void print(String text) {
    out.println(text);
    out.flush();
  }
}
