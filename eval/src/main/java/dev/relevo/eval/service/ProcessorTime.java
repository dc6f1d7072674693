package dev.relevo.eval.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Processor time spent since their start; on a machine that others use, too, it tells more than
/// the clock.
///
/// @param service by the JVM
/// @param database by PostgreSQL's processes together, those that ended included
/// @param tool by this process
public record ProcessorTime(Duration service, Duration database, Duration tool) {

  /// Linux counts in these.
  private static final Duration TICK = Duration.ofMillis(10);

  private static final int OWN = 13;
  private static final int OF_CHILDREN = 15;

  /// What was spent until now.
  ///
  /// @param pid of the JVM
  /// @param data the data folder, whose embedded server is counted too
  public static ProcessorTime of(long pid, Path data) throws IOException {
    var servers = Servers.of(data);
    var database = Duration.ZERO;
    for (var server : servers.all()) {
      database = database.plus(spent(server.pid(), OWN));
    }
    if (servers.postmaster().isPresent()) {
      database = database.plus(spent(servers.postmaster().get().pid(), OF_CHILDREN));
    }
    return new ProcessorTime(spent(pid, OWN), database, spent(ProcessHandle.current().pid(), OWN));
  }

  /// What was spent since that earlier look.
  public ProcessorTime since(ProcessorTime earlier) {
    return new ProcessorTime(
        service.minus(earlier.service), database.minus(earlier.database), tool.minus(earlier.tool));
  }

  public Duration total() {
    return service.plus(database).plus(tool);
  }

  /// @param field user time, followed by system time, counted as `proc(5)` does less one
  private static Duration spent(long pid, int field) throws IOException {
    var file = Path.of("/proc", Long.toString(pid), "stat");
    if (Files.notExists(file)) {
      return Duration.ZERO;
    }
    var fields = fields(Files.readString(file));
    return TICK.multipliedBy(
        Long.parseLong(fields.get(field)) + Long.parseLong(fields.get(field + 1)));
  }

  /// The second field, a name in brackets, may hold blanks.
  static List<String> fields(String stat) {
    var end = stat.lastIndexOf(')');
    return List.of(("0 name" + stat.substring(end + 1)).split(" "));
  }
}
