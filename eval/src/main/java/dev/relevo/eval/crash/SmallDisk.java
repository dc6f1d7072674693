package dev.relevo.eval.crash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A small filesystem of its own, in memory, which ballast can fill. Only root may mount one, and
/// not everywhere.
final class SmallDisk implements AutoCloseable {

  private static final int MEGABYTE = 1 << 20;
  private static final String BALLAST = "ballast";

  private final Path folder;
  private final Thread hook;
  private boolean mounted = true;

  private SmallDisk(Path folder) {
    this.folder = folder;
    this.hook = new Thread(this::unmount, "unmount");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /// Mounts one on that folder; empty where that is not allowed.
  static Optional<SmallDisk> on(Path folder, int megabytes) throws IOException {
    Files.createDirectories(folder);
    var mounting =
        run(
            "mount",
            "-t",
            "tmpfs",
            "-o",
            "size=%dm,mode=711".formatted(megabytes),
            "tmpfs",
            folder.toString());
    return mounting ? Optional.of(new SmallDisk(folder)) : Optional.empty();
  }

  /// Takes all the room there is, and what becomes free meanwhile.
  void fill() throws IOException {
    for (var size = MEGABYTE; size > 0; size /= 16) {
      while (takes(size)) {
        // and more
      }
    }
  }

  /// There is room again.
  void clear() throws IOException {
    Files.deleteIfExists(folder.resolve(BALLAST));
  }

  @Override
  public void close() {
    unmount();
    Runtime.getRuntime().removeShutdownHook(hook);
  }

  private synchronized void unmount() {
    if (mounted) {
      mounted = !run("umount", folder.toString()) && !run("umount", "--lazy", folder.toString());
    }
  }

  private boolean takes(int size) throws IOException {
    try (var ballast =
        FileChannel.open(
            folder.resolve(BALLAST), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      return ballast.write(ByteBuffer.allocate(size)) == size;
    } catch (IOException full) {
      if (isFull(full)) {
        return false;
      }
      throw full;
    }
  }

  private static boolean isFull(IOException failed) {
    var message = failed.getMessage();
    return message != null && message.contains("No space left");
  }

  private static boolean run(String... words) {
    try {
      return new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException notHere) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
