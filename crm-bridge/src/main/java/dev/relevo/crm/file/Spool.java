package dev.relevo.crm.file;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.function.ObjIntConsumer;

/// Bytes on their way into the database: on disk, counted, hashed; gone when closed.
final class Spool implements Closeable {
  private static final int HEAD = 4096;

  private final Path path;
  private final MessageDigest digest = sha256();
  private byte[] head = new byte[0];
  private byte[] hash = new byte[0];
  private long size;

  private Spool(Path path) {
    this.path = path;
  }

  static Spool of(InputStream bytes, long limit) throws IOException {
    var spool = new Spool(Files.createTempFile("relevo", ".part"));
    try {
      spool.fill(bytes, limit);
      return spool;
    } catch (IOException | RuntimeException e) {
      spool.close();
      throw e;
    }
  }

  private void fill(InputStream bytes, long limit) throws IOException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(path))) {
      var buffer = new byte[16 * 1024];
      for (var read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        size += read;
        if (size > limit) {
          throw new FileTooLarge(limit);
        }
        digest.update(buffer, 0, read);
        out.write(buffer, 0, read);
      }
    }
    hash = digest.digest();
    try (var in = Files.newInputStream(path)) {
      head = in.readNBytes(HEAD);
    }
  }

  long size() {
    return size;
  }

  byte[] hash() {
    return hash.clone();
  }

  /// The first bytes.
  byte[] head() {
    return head.clone();
  }

  void pieces(int length, ObjIntConsumer<byte[]> taker) {
    try (var in = Files.newInputStream(path)) {
      var buffer = new byte[length];
      var number = 0;
      for (var read = in.readNBytes(buffer, 0, length);
          read > 0;
          read = in.readNBytes(buffer, 0, length)) {
        taker.accept(read == length ? buffer : Arrays.copyOf(buffer, read), number);
        number++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
