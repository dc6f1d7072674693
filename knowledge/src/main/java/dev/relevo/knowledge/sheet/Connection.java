package dev.relevo.knowledge.sheet;

import dev.relevo.knowledge.sentence.Sentence;

/// What became of a sheet that was to be connected.
public sealed interface Connection {

  /// It can be read.
  record Made(Link link) implements Connection {}

  /// Nothing was kept.
  record Refused(Sentence why) implements Connection {}
}
