package dev.relevo.bot.review;

import dev.relevo.knowledge.check.Report;

/// What was found in a draft as it was at a revision.
public record Reviewed(long revision, Report report) {}
