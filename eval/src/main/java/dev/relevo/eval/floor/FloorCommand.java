package dev.relevo.eval.floor;

import dev.relevo.bot.database.Workload;
import dev.relevo.eval.service.Database;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/// `eval floor`: the bare program, as `eval load --floor` starts it: on the database of a service
/// that is there, in tables of its own.
@Command(name = "floor", hidden = true, description = "Started by load --floor.")
public final class FloorCommand implements Callable<Integer> {

  @Option(names = "--server.port", required = true)
  private int port;

  @Option(names = "--floor.data", required = true)
  private Path data = Path.of("");

  @Option(names = "--floor.messages", required = true)
  private URI messages = URI.create("");

  @Option(names = "--floor.token", required = true)
  private String token = "";

  /// Settings of the service, which it has not.
  @Unmatched private String[] others = {};

  @Override
  public Integer call() throws Exception {
    try (var database = Database.of(data);
        var pool = database.pool(Workload.TURNS)) {
      try (var owner = database.asOwner()) {
        Rows.make(owner);
      }
      new Floor(pool, messages, token).listen(port);
      new CountDownLatch(1).await();
      return others.length;
    }
  }
}
