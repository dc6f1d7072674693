package dev.relevo.knowledge.gap;

import java.util.Optional;

/// A question of a past conversation and what is known of its answer.
///
/// @param row the best row, whatever was decided
/// @param helped what the customer said of the answer
/// @param corrected whether a person answered it anew, or the customer asked the like again
public record Asked(
    long message,
    long contact,
    String text,
    String language,
    Decision decision,
    String row,
    Optional<Boolean> helped,
    boolean corrected) {}
