package dev.relevo.bot.llm;

/// Something a model may ask to be done.
///
/// @param parameters a JSON schema of an object
public record Tool(String name, String description, String parameters) {}
