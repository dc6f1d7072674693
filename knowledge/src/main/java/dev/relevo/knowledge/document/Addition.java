package dev.relevo.knowledge.document;

import dev.relevo.knowledge.sentence.Sentence;

/// What became of a file or site that was to be added.
public sealed interface Addition {

  /// It is kept and will be read.
  record Added(long id) implements Addition {}

  /// Nothing was kept.
  record Refused(Sentence why) implements Addition {}
}
