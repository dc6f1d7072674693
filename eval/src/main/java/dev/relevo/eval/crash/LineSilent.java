package dev.relevo.eval.crash;

import java.io.IOException;
import java.sql.SQLException;

/// Nothing passes any more over the connections to PostgreSQL there are, and neither end is told:
/// as when a firewall forgets them.
record LineSilent() implements Trouble {

  @Override
  public String kind() {
    return "silence";
  }

  @Override
  public String description() {
    return "the connections to PostgreSQL fallen silent";
  }

  @Override
  public Caught happen(Scene scene) throws IOException, SQLException, InterruptedException {
    return new Still(scene).strike(scene.line().orElseThrow()::silence);
  }
}
