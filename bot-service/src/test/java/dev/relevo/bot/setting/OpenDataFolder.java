package dev.relevo.bot.setting;

import java.nio.file.Path;

/// Opens data folders for the tests of other rooms.
public final class OpenDataFolder {

  private OpenDataFolder() {}

  public static DataFolder at(Path path) {
    return DataFolder.open(path);
  }
}
