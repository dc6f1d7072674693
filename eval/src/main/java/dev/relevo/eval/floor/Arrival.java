package dev.relevo.eval.floor;

import java.util.concurrent.CompletableFuture;

/// What a webhook brings; all of it is stored together.
sealed interface Arrival permits Turn, Turn.Report {

  /// Done with the commit.
  CompletableFuture<Boolean> stored();
}
