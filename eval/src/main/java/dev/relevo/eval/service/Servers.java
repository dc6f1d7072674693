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
record Servers(Optional<ProcessHandle> postmaster) {

  static Servers of(Path data) throws IOException {
    var file = data.resolve("postgres/cluster/postmaster.pid");
    if (Files.notExists(file)) {
      return new Servers(Optional.empty());
    }
    try (var lines = Files.lines(file)) {
      return new Servers(
          lines.findFirst().map(String::strip).map(Long::valueOf).flatMap(ProcessHandle::of));
    }
  }

  /// Those there are now: idle ones come and go.
  List<ProcessHandle> all() {
    return postmaster.stream()
        .flatMap(it -> Stream.concat(Stream.of(it), it.descendants()))
        .toList();
  }
}
