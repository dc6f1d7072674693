package dev.relevo.eval;

import dev.relevo.knowledge.embedding.Embedder;
import dev.relevo.knowledge.embedding.OnnxEmbedder;
import java.util.Optional;

/// The dense tiers a run can have, as they are called on the command line.
enum Dense {
  none,
  minilm;

  Optional<Embedder> embedder() {
    return switch (this) {
      case none -> Optional.empty();
      case minilm -> Optional.of(OnnxEmbedder.miniLm());
    };
  }
}
