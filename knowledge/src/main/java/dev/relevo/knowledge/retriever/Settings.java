package dev.relevo.knowledge.retriever;

import dev.relevo.knowledge.embedding.Embedder;
import java.util.Optional;

/// How a retriever is to be.
///
/// @param dense what tells texts that mean alike; without it, only words count
/// @param shared an index that several machines share, for every matrix; without it, a small matrix
///   is considered whole and a large one indexed in process. It may need the dense tier.
public record Settings(Aim aim, Optional<Embedder> dense, Optional<CandidateIndex.Maker> shared) {

  /// By words alone, as many questions ending well as possible.
  public static final Settings USUAL = new Settings(Aim.USUAL, Optional.empty(), Optional.empty());

  /// The same with another aim.
  public Settings aiming(Aim other) {
    return new Settings(other, dense, shared);
  }
}
