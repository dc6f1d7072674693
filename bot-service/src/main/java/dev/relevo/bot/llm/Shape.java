package dev.relevo.bot.llm;

/// The JSON a model's words should be. Endpoints that cannot be held to it are asked without: what
/// comes is read as if it were anything.
///
/// @param name letters, digits, `_` and `-`, at most 64
/// @param schema a JSON schema of an object, with every property required and no others allowed, so
///   that endpoints can be held to it strictly
public record Shape(String name, String schema) {}
