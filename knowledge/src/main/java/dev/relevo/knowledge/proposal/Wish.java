package dev.relevo.knowledge.proposal;

import dev.relevo.knowledge.check.Report;
import java.time.Instant;
import java.util.Optional;

/// What whoever proposes wants published.
///
/// @param revision the draft's, as it was checked
/// @param report what the checks found in it
/// @param note what they say about it; may be empty
/// @param publishAt empty: at once
public record Wish(long revision, Report report, String note, Optional<Instant> publishAt) {}
