package dev.relevo.eval.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The memory of the service and of its database server, as PSS: pages that processes share are
/// counted once.
///
/// @param service of the JVM, in MB
/// @param database of PostgreSQL's processes together, in MB
/// @param processes how many those are
public record Footprint(long service, long database, int processes) {

  private static final long KB_PER_MB = 1024;

  /// What is held now.
  ///
  /// @param pid of the JVM
  /// @param data the data folder, whose embedded server is counted too
  public static Footprint of(long pid, Path data) throws IOException {
    var database = Servers.of(data).all();
    long sum = 0;
    for (var process : database) {
      sum += pss(process.pid());
    }
    return new Footprint(pss(pid) / KB_PER_MB, sum / KB_PER_MB, database.size());
  }

  public long total() {
    return service + database;
  }

  /// The number of kilobytes that `smaps_rollup` tells.
  static long parse(Stream<String> lines) {
    return lines
        .filter(line -> line.startsWith("Pss:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  /// Nothing for a process that has just ended, as idle servers of the database do.
  private static long pss(long pid) throws IOException {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
      return parse(lines);
    } catch (NoSuchFileException _) {
      return 0;
    }
  }
}
