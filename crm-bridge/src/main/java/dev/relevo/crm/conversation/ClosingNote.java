package dev.relevo.crm.conversation;

/// What a conversation was about, said at closing; either may be empty.
///
/// @param category at most 128 characters
/// @param summary at most 512 characters
public record ClosingNote(String category, String summary) {

  public static final ClosingNote NONE = new ClosingNote("", "");
}
