package dev.relevo.bot.llm;

/// Something a model asks to be done; not to be believed.
///
/// @param arguments JSON as the model wrote it, perhaps broken
public record ToolCall(String id, String name, String arguments) {}
