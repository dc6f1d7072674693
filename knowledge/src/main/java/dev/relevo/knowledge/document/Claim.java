package dev.relevo.knowledge.document;

/// The right to read one document now. Whoever else claims it later makes this one void.
///
/// @param number grows with every claim of the document
/// @param tries claims since the document's last result, this one included
record Claim(
    long workspace,
    long document,
    Document.Kind kind,
    String origin,
    Schedule schedule,
    int pageLimit,
    long number,
    int tries) {}
