package dev.relevo.knowledge.retriever;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// All of the machine's cores but one, for training: answers do not wait for it.
final class SpareCores {

  private static final ForkJoinPool POOL =
      new ForkJoinPool(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));

  private SpareCores() {}

  /// Runs the work, with the parallel streams in it, and waits for it.
  static <T> T run(Supplier<T> work) {
    return POOL.submit(work::get).join();
  }

  /// Runs short work soon, not behind a training that may take minutes.
  static <T> CompletableFuture<T> later(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, Thread::startVirtualThread);
  }

  /// The same, after other work.
  static <T> CompletableFuture<T> after(CompletableFuture<T> before, UnaryOperator<T> work) {
    return before.thenApplyAsync(work, Thread::startVirtualThread);
  }
}
