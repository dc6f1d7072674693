package dev.relevo.bot.setting;

import java.nio.file.Path;
import org.springframework.boot.context.properties.bind.Binder;

/// Where the data folder lies, or shall lie (`RELEVO_DATA_DIR`); knowing it opens and makes
/// nothing.
public record DataDirectory(Path path) {

  /// Where it lies by what was set; throws like any wrong setting.
  public static DataDirectory of(Binder settings) {
    return new DataDirectory(settings.bindOrCreate("relevo", GeneralSettings.class).dataDir());
  }

  /// Opens it, making it if need be.
  ///
  /// @throws CannotStart when it cannot be made or written, or another Relevo has it open
  public DataFolder open() {
    return DataFolder.open(path);
  }
}
