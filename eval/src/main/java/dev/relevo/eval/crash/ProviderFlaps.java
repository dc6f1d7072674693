package dev.relevo.eval.crash;

import dev.relevo.bot.channel.whatsapp.GraphStandIn;
import dev.relevo.bot.channel.whatsapp.GraphStandIn.Answer;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The provider is now quick, now slow, now too slow, takes some, fails with some, and of some
/// nobody can say whether it took them: the connection is cut before its answer, or the answer
/// cannot be read.
record ProviderFlaps(Duration during) implements Trouble {

  private static final Duration SLOW = Duration.ofSeconds(1);

  /// The service has stopped waiting by then.
  private static final Duration TOO_SLOW = Duration.ofSeconds(17);

  private static final Duration SPELL = Duration.ofMillis(500);
  private static final Duration EDGE = Duration.ofMillis(50);

  @Override
  public String kind() {
    return "provider";
  }

  @Override
  public String description() {
    return "the provider flapping for %d s".formatted(during.toSeconds());
  }

  @Override
  public Caught happen(Scene scene) throws IOException, SQLException, InterruptedException {
    var provider = scene.provider();
    var doubtful = new Doubtful(new Random(scene.dice().nextLong()));
    var caught = new Still(scene).strike(() -> provider.answering(doubtful::answer));
    var end = System.nanoTime() + during.toNanos();
    for (var n = 0; System.nanoTime() < end; n++) {
      doubtful.latency(provider, n % 8 == 3 ? TOO_SLOW : n % 2 == 0 ? Scene.LATENCY : SLOW);
      Thread.sleep(SPELL);
    }
    doubtful.latency(provider, Scene.LATENCY);
    provider.answering(_ -> new Answer.Take());
    doubtful.references.addAll(caught.onTheWire());
    return new Caught(caught.hits(), doubtful.references, doubtful.told());
  }

  /// Answers by the dice, and keeps of which sends nobody can know.
  private static final class Doubtful {

    private final Random dice;
    private final Set<String> references = ConcurrentHashMap.newKeySet();
    private volatile boolean tooSlow;
    private int failed;
    private int taken;

    Doubtful(Random dice) {
      this.dice = dice;
    }

    /// Those read just before or after it becomes too slow are in doubt, too.
    void latency(GraphStandIn provider, Duration latency) throws InterruptedException {
      var tooSlowNow = latency.equals(TOO_SLOW);
      tooSlow = tooSlow || tooSlowNow;
      Thread.sleep(EDGE);
      provider.slow(latency);
      Thread.sleep(EDGE);
      tooSlow = tooSlowNow;
    }

    String told() {
      return "%d answered, %d failed, %d in doubt".formatted(taken, failed, references.size());
    }

    /// The stand-in asks one at a time.
    Answer answer(GraphStandIn.Sent sent) {
      var answer = byDice();
      var unknowable = answer.taken() && (tooSlow || !(answer instanceof Answer.Take));
      if (unknowable) {
        references.add(sent.reference());
      } else if (answer.taken()) {
        taken++;
      } else {
        failed++;
      }
      return answer;
    }

    private Answer byDice() {
      return switch (dice.nextInt(20)) {
        case 0, 1 -> new Answer.Fail(500);
        case 2, 3 -> new Answer.Fail(503);
        case 4 -> new Answer.Refuse(429, 130429, "Rate limit hit");
        case 5 -> new Answer.Cut(false);
        case 6, 7 -> new Answer.Cut(true);
        case 8 -> new Answer.Garble();
        default -> new Answer.Take();
      };
    }
  }
}
