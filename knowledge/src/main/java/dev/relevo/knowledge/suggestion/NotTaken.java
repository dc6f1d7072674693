package dev.relevo.knowledge.suggestion;

import dev.relevo.knowledge.sentence.Sentence;

/// A file that cannot be taken over, and why.
final class NotTaken extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Sentence why;

  NotTaken(Sentence why) {
    super(why.key());
    this.why = why;
  }

  Sentence why() {
    return why;
  }
}
