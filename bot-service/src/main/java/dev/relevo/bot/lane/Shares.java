package dev.relevo.bot.lane;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Divides hands among those who want them, as they are busy at one moment. Whoever has some gets
/// another only while that is less than three times what is free: one alone gets three quarters,
/// and where a few want all, some stay free for whoever comes next (the dynamic thresholds by which
/// switches share their memory; Choudhury and Hahne, 1998).
///
/// For one thread.
///
/// @param <K> whose the hands are
public final class Shares<K> {

  private static final int TIMES = 3;

  private final Map<K, Integer> busy = new HashMap<>();
  private int free;

  /// @param hands how many there are
  /// @param busy for whom they are busy, each once
  public Shares(int hands, Collection<K> busy) {
    busy.forEach(it -> this.busy.merge(it, 1, Integer::sum));
    this.free = hands - busy.size();
  }

  /// Takes a hand, if one is due.
  public boolean take(K who) {
    if (!mayTake(who)) {
      return false;
    }
    busy.merge(who, 1, Integer::sum);
    free--;
    return true;
  }

  public boolean mayTake(K who) {
    return busy.getOrDefault(who, 0) < TIMES * free;
  }

  /// Those who must wait until some of theirs are free again.
  public Set<K> exhausted() {
    return busy.keySet().stream()
        .filter(it -> !mayTake(it))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// By turns, first of those who have the fewest hands; each one's own in the order given.
  public <T> List<T> byTurns(List<T> wanting, Function<T, K> whose) {
    record Placed<T>(T it, int place) {}
    var places = new HashMap<>(busy);
    return wanting.stream()
        .map(it -> new Placed<>(it, places.merge(whose.apply(it), 1, Integer::sum)))
        .sorted(Comparator.comparingInt(Placed::place))
        .map(Placed::it)
        .toList();
  }
}
