package dev.relevo.bot.database;

import dev.relevo.bot.setting.CannotStart;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// Unpacks what a [BackupWriter] wrote, and believes nothing else.
final class BackupReader {

  private static final int BUFFER = 1 << 16;

  private final Path file;
  private int entries;
  private boolean complete;

  private BackupReader(Path file) {
    this.file = file;
  }

  /// Unpacks the file into a folder. When it fails, what was unpacked lies there still.
  ///
  /// @throws CannotStart when it is not a backup, or not a whole one
  static void unpack(Path file, Path into) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new CannotStart("There is no backup %s; name an existing file.".formatted(file));
    }
    new BackupReader(file).unpack(into);
  }

  private void unpack(Path into) throws IOException {
    try (var gzip =
            new GZIPInputStream(
                new BufferedInputStream(Files.newInputStream(file), BUFFER), BUFFER);
        var tar = new TarArchiveInputStream(gzip)) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        take(tar, entry, into);
      }
      // Its checksum is at the very end.
      gzip.transferTo(OutputStream.nullOutputStream());
    } catch (IOException | IllegalArgumentException damaged) {
      throw refusal(damaged);
    }
    if (!complete) {
      throw refusal(new IOException("its end is missing"));
    }
  }

  private void take(InputStream content, TarArchiveEntry entry, Path into) throws IOException {
    if (entries == 0 != entry.getName().equals(BackupWriter.FIRST) || complete) {
      throw new IOException("it is not one of Relevo's");
    }
    if (entry.getName().equals(BackupWriter.LAST)) {
      var told = new String(content.readNBytes(20), StandardCharsets.UTF_8);
      complete = told.equals(Integer.toString(entries));
      return;
    }
    entries++;
    var target = into.resolve(entry.getName()).normalize();
    if (!target.startsWith(into) || !(entry.isDirectory() || entry.isFile())) {
      throw new IOException("it holds something strange");
    }
    if (!entry.getName().equals(BackupWriter.FIRST)) {
      place(content, entry, target);
    }
  }

  /// Nobody but its owner may read it.
  private static void place(InputStream content, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
    } else {
      Files.createDirectories(target.getParent());
      Files.copy(content, target);
    }
    if (!Bundle.isWindows()) {
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(entry.isDirectory() ? "rwx------" : "rw-------"));
    }
  }

  private CannotStart refusal(Exception why) {
    return new CannotStart(
        "The backup %s is damaged or not whole (%s); nothing was restored, take another."
            .formatted(file, why.getMessage() == null ? "it ends too soon" : why.getMessage()),
        why);
  }
}
