package dev.relevo.eval.crash;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;

/// `kill -9` of a replica, which is then started again.
///
/// @param aim the phase the kill waits for
record ServiceKilled(Phase aim) implements Trouble {

  @Override
  public String kind() {
    return "service";
  }

  @Override
  public String description() {
    return "kill -9 of the service, aimed at " + aim.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Caught happen(Scene scene) throws IOException, SQLException, InterruptedException {
    var victim = scene.replica();
    var caught = new Still(scene).strike(aim, victim::kill);
    victim.restart();
    return caught;
  }
}
