package dev.relevo.bot.setting;

import java.nio.file.Path;

/// Where the data folder lies, or shall lie (`RELEVO_DATA_DIR`); knowing it opens and makes
/// nothing.
public record DataDirectory(Path path) {

  /// Opens it, making it if need be.
  ///
  /// @throws CannotStart when it cannot be made or written, or another Relevo has it open
  public DataFolder open() {
    return DataFolder.open(path);
  }
}
