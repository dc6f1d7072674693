package dev.relevo.bot.console.inbox;

/// A file that the chosen channel does not carry.
final class CannotBeEnclosed extends RuntimeException {

  private final String name;

  CannotBeEnclosed(String name) {
    super("the channel does not carry this file");
    this.name = name;
  }

  /// The file's, as the member knows it.
  String name() {
    return name;
  }
}
