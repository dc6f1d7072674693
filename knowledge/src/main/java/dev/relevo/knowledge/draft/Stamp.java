package dev.relevo.knowledge.draft;

import java.time.Instant;

/// Who makes the draft's next revision, and when.
record Stamp(long revision, Editor editor, Instant at) {}
