package dev.relevo.bot.database;

import dev.relevo.bot.setting.CannotStart;
import dev.relevo.bot.setting.DataDirectory;
import dev.relevo.bot.setting.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// A data folder made from a backup. It is unpacked and its server started once in a folder inside;
/// only what came up so far is moved to its place. What fails leaves nothing behind.
final class Restore {

  private final DataDirectory directory;
  private final String version;

  /// @param directory that shall be the data folder; nothing may be in it
  /// @param version of PostgreSQL in this build
  Restore(DataDirectory directory, String version) {
    this.directory = directory;
    this.version = version;
  }

  /// @throws CannotStart when Relevo runs on the folder, something is in it, or the file is not a
  ///   whole backup
  void from(Path backup) throws IOException {
    refuseUnlessEmpty();
    var existed = Files.exists(directory.path());
    try (var folder = directory.open()) {
      var part = new DataDirectory(folder.path().resolve(DataFolder.UNFINISHED));
      try {
        tryOut(backup, part);
        place(part.path(), folder.path());
      } finally {
        Bundle.delete(part.path());
      }
    } catch (IOException | RuntimeException failed) {
      clear(existed);
      throw failed;
    }
  }

  private void refuseUnlessEmpty() throws IOException {
    var path = directory.path();
    if (Files.notExists(path)) {
      return;
    }
    if (Files.exists(path.resolve("relevo.lock"))
        && Files.notExists(path.resolve(DataFolder.UNFINISHED))) {
      // Refused with its own sentence while Relevo runs.
      directory.open().close();
    }
    if (!inside(path).isEmpty()) {
      throw new CannotStart(
          "There is something in the data folder %s already, and a backup is restored into an empty one only; move it away, or set RELEVO_DATA_DIR to another folder."
              .formatted(path.toAbsolutePath().normalize()));
    }
  }

  /// The server replays what was written while the backup was made: a copy that cannot be used
  /// fails here.
  private void tryOut(Path backup, DataDirectory part) throws IOException {
    try (var folder = part.open()) {
      BackupReader.unpack(backup, folder.path());
      EmbeddedDatabase.start(folder, version, 1).close();
    }
    Files.delete(part.path().resolve("relevo.lock"));
  }

  private static void place(Path part, Path folder) throws IOException {
    for (var each : inside(part)) {
      Files.move(each, folder.resolve(each.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private void clear(boolean existed) throws IOException {
    Files.deleteIfExists(directory.path().resolve("relevo.lock"));
    if (!existed && Files.exists(directory.path()) && inside(directory.path()).isEmpty()) {
      Files.delete(directory.path());
    }
  }

  private static List<Path> inside(Path folder) throws IOException {
    try (var all = Files.list(folder)) {
      return all.filter(it -> !it.endsWith("relevo.lock")).toList();
    }
  }
}
