package dev.relevo.bot.database;

import dev.relevo.bot.setting.CannotStart;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL binaries that travel with the application (`initdb`, `pg_ctl`, `postgres`),
/// unpacked beside the data.
final class Bundle {

  private final Path folder;

  private Bundle(Path folder) {
    this.folder = folder;
  }

  /// Unpacks the binaries of this machine's system unless this version lies there already.
  ///
  /// @param version such as `18.6.0`
  /// @throws CannotStart when there are none for this system
  static Bundle unpack(Path parent, String version) throws IOException {
    var folder = parent.resolve("server-" + version);
    if (Files.notExists(folder)) {
      var part = parent.resolve("server.part");
      delete(part);
      try (var archive = archive()) {
        extract(archive, part);
      }
      removeOthers(parent);
      Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    return new Bundle(folder);
  }

  /// A program's full path.
  String program(String name) {
    return folder.resolve("bin").resolve(isWindows() ? name + ".exe" : name).toString();
  }

  static boolean isWindows() {
    return System.getProperty("os.name").startsWith("Windows");
  }

  static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed)
              throws IOException {
            if (failed != null) {
              throw failed;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void removeOthers(Path parent) throws IOException {
    try (var older = Files.newDirectoryStream(parent, "server-*")) {
      for (var folder : older) {
        delete(folder);
      }
    }
  }

  private static InputStream archive() {
    var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    var machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    var name =
        system.contains("win") && !system.contains("darwin")
            ? "windows"
            : system.contains("mac") ? "darwin" : system;
    var arm = machine.equals("aarch64") || machine.equals("arm64");
    var file = "/postgres-%s-%s.txz".formatted(name, arm ? "arm_64" : "x86_64");
    return Optional.ofNullable(Bundle.class.getResourceAsStream(file))
        .orElseThrow(() ->
            new CannotStart(
                "This build carries no PostgreSQL for %s on %s; build it on such a machine or with -Pevery-platform, or set RELEVO_DATABASE_URL to a PostgreSQL of your own."
                    .formatted(name, machine)));
  }

  private static void extract(InputStream archive, Path into) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, 1 << 16)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
          throw new IOException("the archive names a file outside of itself: " + entry.getName());
        }
        place(tar, entry, target);
      }
    }
  }

  private static void place(InputStream content, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.copy(target.getRoot().resolve(entry.getLinkName()), target);
    } else {
      Files.copy(content, target);
      if (!isWindows()) {
        var executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
            target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
  }
}
