package dev.relevo.knowledge.model;

import dev.relevo.knowledge.matrix.Matrix;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What was learnt last in a workspace: as a rule, what is published and the draft.
final class Shelf {

  private static final int MOST = 2;

  /// The latest first.
  private final Deque<Place> places = new ArrayDeque<>();

  private record Place(Matrix rows, FutureTask<Learnt> learning) {

    Stream<Learnt> ready() {
      return learning.state() == FutureTask.State.SUCCESS
          ? Stream.of(learning.resultNow())
          : Stream.empty();
    }
  }

  /// What is learnt of these rows; whoever asks first learns them, the others wait for it.
  Learnt find(Matrix rows, Supplier<Learnt> learning) {
    var place = place(rows, learning);
    place.learning().run();
    try {
      return place.learning().get();
    } catch (ExecutionException failed) {
      forget(place);
      throw failed.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a matrix was learnt", stopped);
    }
  }

  private synchronized Place place(Matrix rows, Supplier<Learnt> learning) {
    var known = places.stream().filter(it -> it.rows().equals(rows)).findFirst();
    var place = known.orElseGet(() -> new Place(rows, new FutureTask<>(learning::get)));
    places.remove(place);
    places.addFirst(place);
    if (places.size() > MOST) {
      places.removeLast();
    }
    return place;
  }

  private synchronized void forget(Place place) {
    places.remove(place);
  }

  /// What was learnt of rows of which nearly all are the same.
  Optional<Learnt> nearest(Matrix rows) {
    return ready().stream()
        .filter(it -> it.isNear(rows))
        .min(Comparator.comparingInt(it -> it.driftTo(rows)));
  }

  private synchronized List<Learnt> ready() {
    return places.stream().flatMap(Place::ready).toList();
  }
}
