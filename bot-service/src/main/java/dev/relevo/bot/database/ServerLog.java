package dev.relevo.bot.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// What the embedded server writes about itself: the file in use and one before it.
record ServerLog(Path folder) {

  private static final long MOST_BYTES = 4L << 20;

  /// @param parent the folder `postgres` of a data folder
  static ServerLog in(Path parent) {
    return new ServerLog(parent.resolve("log"));
  }

  Path file() {
    return folder.resolve("server.log");
  }

  String lastLine() throws IOException {
    var file = file();
    return Files.exists(file)
        ? new Command.Result(1, Files.readString(file)).lastLine()
        : "it wrote no log";
  }

  /// Copied and cut in place once it has grown: the server keeps writing to the same file.
  void bound() throws IOException {
    var file = file();
    if (Files.exists(file) && Files.size(file) > MOST_BYTES) {
      Files.copy(file, folder.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
      try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
        channel.truncate(0);
      }
    }
  }
}
