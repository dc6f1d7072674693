package dev.relevo.bot.channel.webchat;

import org.jspecify.annotations.Nullable;

/// What a page posts as a message: a text, or a tapped option, or an attachment (with a text as its
/// caption).
///
/// @param clientId the page's own name for it: 8 to 64 letters, digits, `-` and `_`; the same one
///   again is the same message
record Said(
    @Nullable String clientId,
    @Nullable String text,
    @Nullable Picked option,
    @Nullable String attachment,
    @Nullable Page page) {

  static boolean isClientId(@Nullable String name) {
    return name != null && name.matches("[A-Za-z0-9_-]{8,64}");
  }

  /// A tapped option.
  record Picked(@Nullable String id, @Nullable String label) {}

  /// The page the visitor is on.
  record Page(@Nullable String url, @Nullable String title, @Nullable String locale) {}
}
