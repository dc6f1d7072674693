package dev.relevo.eval.crash;

import java.io.IOException;
import java.sql.SQLException;

/// `kill -9` of PostgreSQL's first process.
record PostgresKilled() implements Trouble {

  @Override
  public String kind() {
    return "postgres";
  }

  @Override
  public String description() {
    return "kill -9 of PostgreSQL";
  }

  @Override
  public Caught happen(Scene scene) throws IOException, SQLException, InterruptedException {
    var postgres = scene.postgres();
    var postmaster = postgres.postmaster().orElseThrow();
    var caught = new Still(scene).strike(postmaster::destroyForcibly);
    postgres.revive();
    return caught;
  }
}
