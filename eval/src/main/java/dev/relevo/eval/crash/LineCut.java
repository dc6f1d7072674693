package dev.relevo.eval.crash;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/// The line to PostgreSQL is cut, and mended some seconds later.
record LineCut(Duration during) implements Trouble {

  @Override
  public String kind() {
    return "line";
  }

  @Override
  public String description() {
    return "the line to PostgreSQL cut for %d s".formatted(during.toSeconds());
  }

  @Override
  public Caught happen(Scene scene) throws IOException, SQLException, InterruptedException {
    var line = scene.line().orElseThrow();
    var caught = new Still(scene).strike(line::cut);
    Thread.sleep(during);
    line.mend();
    return caught;
  }
}
