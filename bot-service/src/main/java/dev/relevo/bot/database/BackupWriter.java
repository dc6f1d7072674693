package dev.relevo.bot.database;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// A backup being written: a gzipped tar that only its owner can read. It is written beside its
/// place and moved there when it is whole and on disk.
final class BackupWriter implements AutoCloseable {

  /// The first entry, which says what the file is, and the last, without which it is not whole.
  static final String FIRST = "relevo-backup";

  static final String LAST = "complete";

  private static final int BUFFER = 1 << 16;

  private final Path place;
  private final Path part;
  private final FileChannel channel;
  private final TarArchiveOutputStream tar;
  private int entries;

  private BackupWriter(Path place, Path part, FileChannel channel) throws IOException {
    this.place = place;
    this.part = part;
    this.channel = channel;
    this.tar =
        new TarArchiveOutputStream(
            new GZIPOutputStream(
                new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER), BUFFER));
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
  }

  /// @param about what the file is, for a person who looks into it
  static BackupWriter to(Path place, String about) throws IOException {
    var part = place.resolveSibling(place.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(part);
    if (!Bundle.isWindows()) {
      Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
    }
    var writer = new BackupWriter(place, part, FileChannel.open(part, StandardOpenOption.WRITE));
    writer.text(FIRST, about);
    return writer;
  }

  void folder(String name) throws IOException {
    tar.putArchiveEntry(new TarArchiveEntry(name + "/"));
    tar.closeArchiveEntry();
    entries++;
  }

  void text(String name, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var entry = new TarArchiveEntry(name);
    entry.setSize(bytes.length);
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
    entries++;
  }

  /// As much of it as there was when it was opened: a server may go on writing it. One that is gone
  /// by then is left out.
  void file(String name, Path file) throws IOException {
    try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      var entry = new TarArchiveEntry(name);
      entry.setSize(Files.size(file));
      tar.putArchiveEntry(entry);
      copy(in, tar, entry.getSize());
      tar.closeArchiveEntry();
      entries++;
    } catch (NoSuchFileException gone) {
      return;
    }
  }

  /// Ends it and puts it in its place; its size in bytes.
  long complete() throws IOException {
    text(LAST, Integer.toString(entries));
    tar.finish();
    tar.close();
    try (var written = FileChannel.open(part, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
    return Files.size(place);
  }

  /// What was not completed leaves nothing.
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(part);
  }

  private static void copy(InputStream in, OutputStream out, long size) throws IOException {
    var buffer = new byte[BUFFER];
    var left = size;
    while (left > 0) {
      var read = in.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
      if (read == 0) {
        // It was cut meanwhile; the write-ahead log tells the server so, too.
        buffer = new byte[BUFFER];
        read = (int) Math.min(left, buffer.length);
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }
}
