package dev.relevo.bot.llm;

/// The JSON a model's words must be.
///
/// @param schema a JSON schema of an object
public record Shape(String name, String schema) {}
