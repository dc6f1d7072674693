package dev.relevo.eval.crash;

import static java.util.stream.Collectors.toCollection;

import dev.relevo.eval.play.Script;
import dev.relevo.eval.service.Way;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// On what machines a campaign is played.
enum Act {
  /// One, with the embedded database.
  ONE_MACHINE {
    @Override
    Scene scene(Way way, Script script, long seed) throws IOException, InterruptedException {
      return Scene.ofOneMachine(way, script, seed);
    }

    @Override
    List<Trouble> troubles(int kills) {
      var troubles = new ArrayList<>(kills(kills));
      troubles.addAll(
          List.of(
              new PostgresKilled(),
              new BackendKilled(),
              new ConnectionsCut(),
              new DiskFull(),
              FLAPPING));
      return troubles;
    }
  },

  /// Two replicas, and PostgreSQL by itself.
  TWO_REPLICAS {
    @Override
    Scene scene(Way way, Script script, long seed) throws IOException, InterruptedException {
      return Scene.ofTwoReplicas(way, script, seed);
    }

    @Override
    List<Trouble> troubles(int kills) {
      var troubles = new ArrayList<>(kills(kills / 3));
      troubles.addAll(
          List.of(
              new PostgresKilled(),
              new ConnectionsCut(),
              new LineCut(Duration.ofSeconds(4)),
              new LineSilent(),
              FLAPPING));
      return troubles;
    }
  };

  private static final Trouble FLAPPING = new ProviderFlaps(Duration.ofSeconds(12));

  abstract Scene scene(Way way, Script script, long seed) throws IOException, InterruptedException;

  /// @param kills of the service; where there are two replicas a third of that
  abstract List<Trouble> troubles(int kills);

  /// Those of the kinds that are wanted, in an order the seed says, but each kind once before any
  /// comes again. Silence must be asked for: until all have given up who wait, it takes minutes.
  ///
  /// @param kinds empty: all but silence
  /// @param eachSurely whether every kind comes once, however late it has become
  Programme programme(Set<String> kinds, int kills, long seed, boolean eachSurely) {
    var troubles = new ArrayList<>(troubles(kills));
    troubles.removeIf(
        it -> kinds.isEmpty() ? it instanceof LineSilent : !kinds.contains(it.kind()));
    Collections.shuffle(troubles, new Random(seed));
    return Programme.of(troubles, eachSurely);
  }

  /// The words by which all kinds of trouble are called, on whatever machines.
  static Set<String> kinds() {
    return Arrays.stream(values())
        .flatMap(it -> it.troubles(3).stream())
        .map(Trouble::kind)
        .collect(toCollection(TreeSet::new));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// Aimed at each phase in turn.
  private static List<Trouble> kills(int count) {
    var phases = List.of(Phase.values());
    var kills = new ArrayList<Trouble>();
    for (var n = 0; n < count; n++) {
      kills.add(new ServiceKilled(phases.get(n % phases.size())));
    }
    return kills;
  }
}
