package dev.relevo.bot.setting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The one folder where everything lies that must outlive a restart (`RELEVO_DATA_DIR`): database,
/// keys, media. While it is open no second Relevo can open it; the lock goes with the process, also
/// after `kill -9`.
public final class DataFolder implements AutoCloseable {

  /// Where a restore unpacks. While it is there, the folder is neither the old nor the new one.
  public static final String UNFINISHED = "restore.part";

  /// Far behind the few bytes that name the owner, because a locked range cannot be read on every
  /// system.
  private static final long LOCKED_BYTE = 1L << 40;

  private final Path path;
  private final FileChannel channel;

  private DataFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /// Opens the folder, making it if need be.
  ///
  /// @throws CannotStart when it cannot be made or written, or another Relevo has it open
  static DataFolder open(Path wanted) {
    if (Files.exists(wanted.resolve(UNFINISHED))) {
      throw new CannotStart(
          "A restore into the data folder %s did not come to its end; empty the folder and restore once more."
              .formatted(wanted));
    }
    try {
      var fresh = Files.notExists(wanted);
      Files.createDirectories(wanted);
      var path = wanted.toRealPath();
      if (fresh) {
        permit(path, othersMayPassThrough() ? "rwx--x--x" : "rwx------");
      }
      return new DataFolder(path, lock(path));
    } catch (IOException unwritable) {
      throw new CannotStart(
          "The data folder %s cannot be written (%s); make it writable for the user who runs Relevo, or set RELEVO_DATA_DIR to another folder."
              .formatted(wanted.toAbsolutePath().normalize(), reason(unwritable)),
          unwritable);
    }
  }

  /// Its real path, absolute.
  public Path path() {
    return path;
  }

  /// A folder inside, `media` or `postgres/cluster`, made if need be.
  public Path folder(String name) {
    try {
      return Files.createDirectories(path.resolve(name));
    } catch (IOException failed) {
      throw new CannotStart(
          "The folder %s cannot be made (%s).".formatted(path.resolve(name), reason(failed)),
          failed);
    }
  }

  /// The text kept in a file that only its owner can read (0600), made by `fresh` at the first
  /// asking.
  public String kept(String name, Supplier<String> fresh) {
    var file = path.resolve(name);
    try {
      if (!Files.exists(file)) {
        keep(file, fresh.get());
      }
      permit(file, "rw-------");
      return Files.readString(file).strip();
    } catch (IOException failed) {
      throw new CannotStart(
          "The file %s cannot be read or written (%s).".formatted(file, reason(failed)), failed);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Written beside and renamed, so that a crash leaves the whole file or none.
  private static void keep(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    var part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(part);
    permit(part, "rw-------");
    try (var out = FileChannel.open(part, StandardOpenOption.WRITE)) {
      out.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)));
      out.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static FileChannel lock(Path path) throws IOException {
    var file = path.resolve("relevo.lock");
    var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      var owner = Files.readString(file).strip();
      channel.close();
      throw new CannotStart(
          "Relevo already runs on the data folder %s (process %s); stop it first, or set RELEVO_DATA_DIR to another folder."
              .formatted(path, owner));
    }
    channel.truncate(0);
    channel.write(
        ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)),
        0);
    return channel;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException sameProcess) {
      return null;
    }
  }

  /// As root the database server runs under another uid and must reach its own folder in here.
  private static boolean othersMayPassThrough() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static void permit(Path path, String permissions) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  private static String reason(IOException failed) {
    var name = failed.getClass().getSimpleName().replaceAll("Exception$", "");
    return failed.getMessage() == null ? name : name + ": " + failed.getMessage();
  }
}
