package dev.relevo.eval.crash;

import java.io.IOException;
import java.sql.SQLException;

/// `kill -9` of the one process of PostgreSQL that serves one connection: PostgreSQL then ends all
/// the others and recovers.
record BackendKilled() implements Trouble {

  @Override
  public String kind() {
    return "backend";
  }

  @Override
  public String description() {
    return "kill -9 of one PostgreSQL backend";
  }

  @Override
  public Caught happen(Scene scene) throws IOException, SQLException, InterruptedException {
    return new Still(scene)
        .strike(() -> {
          var backends = ConnectionsCut.backends(scene);
          ProcessHandle.of(backends.get(scene.dice().nextInt(backends.size())))
              .ifPresent(ProcessHandle::destroyForcibly);
        });
  }
}
