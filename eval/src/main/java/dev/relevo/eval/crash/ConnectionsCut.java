package dev.relevo.eval.crash;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// PostgreSQL ends every connection of the service, in whatever statement or transaction.
record ConnectionsCut() implements Trouble {

  @Override
  public String kind() {
    return "connections";
  }

  @Override
  public String description() {
    return "every connection to PostgreSQL ended";
  }

  @Override
  public Caught happen(Scene scene) throws IOException, SQLException, InterruptedException {
    return new Still(scene)
        .strike(() -> {
          try (var administrator = scene.postgres().administrator();
              var ending = administrator.prepareStatement("SELECT pg_terminate_backend(?)")) {
            for (var backend : backends(scene)) {
              ending.setInt(1, Math.toIntExact(backend));
              ending.execute();
            }
          }
        });
  }

  /// The processes that serve the service.
  static List<Long> backends(Scene scene) throws IOException, SQLException {
    var backends = new ArrayList<Long>();
    try (var administrator = scene.postgres().administrator();
        var statement = administrator.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT pid FROM pg_stat_activity WHERE application_name LIKE 'relevo-%' ORDER BY pid")) {
      while (rows.next()) {
        backends.add(rows.getLong(1));
      }
    }
    return backends;
  }
}
