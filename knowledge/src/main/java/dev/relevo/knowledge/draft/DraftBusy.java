package dev.relevo.knowledge.draft;

/// Somebody is bringing so much into the draft that others would wait for long; nothing was done,
/// and it can be tried again in a moment.
public final class DraftBusy extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DraftBusy() {
    super("the draft is being changed by somebody else");
  }
}
