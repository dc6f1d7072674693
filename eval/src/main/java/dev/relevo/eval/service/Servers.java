package dev.relevo.eval.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The processes of the embedded database of a data folder.
///
/// @param postmaster empty when none runs
public record Servers(Optional<ProcessHandle> postmaster) {

  static Servers of(Path data) throws IOException {
    return new Servers(postmaster(data.resolve("postgres/cluster")));
  }

  /// The server of a folder of PostgreSQL's own; empty when none runs.
  public static Optional<ProcessHandle> postmaster(Path cluster) throws IOException {
    var file = cluster.resolve("postmaster.pid");
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try (var lines = Files.lines(file)) {
      return lines.findFirst().map(String::strip).map(Long::valueOf).flatMap(ProcessHandle::of);
    }
  }

  /// Those there are now: idle ones come and go.
  List<ProcessHandle> all() {
    return postmaster.stream()
        .flatMap(it -> Stream.concat(Stream.of(it), it.descendants()))
        .toList();
  }
}
