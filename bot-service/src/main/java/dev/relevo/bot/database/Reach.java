package dev.relevo.bot.database;

import dev.relevo.crm.workspace.WorkspaceId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.postgresql.PGConnection;

/// How far each open connection sees: one workspace, or all. A connection is told when it is handed
/// out and sees otherwise than it should, in one statement; where one workspace does all the work
/// that is hardly ever.
final class Reach {

  private final String everywhere;
  private final Map<PGConnection, Optional<WorkspaceId>> known =
      Collections.synchronizedMap(new WeakHashMap<>());

  /// @param role under which a fresh connection works
  Reach(Optional<String> role) {
    this.everywhere = role.orElse("none");
  }

  /// The connection sees this workspace, or all of them.
  void fit(Connection connection, Optional<WorkspaceId> wanted) throws SQLException {
    var server = connection.unwrap(PGConnection.class);
    if (known.getOrDefault(server, Optional.empty()).equals(wanted)) {
      return;
    }
    var role = wanted.isPresent() ? Roles.TENANT : everywhere;
    var workspace = wanted.map(it -> Long.toString(it.value())).orElse("");
    try (var statement =
        connection.prepareStatement(
            "SELECT set_config('role', ?, false), set_config('relevo.workspace', ?, false)")) {
      statement.setString(1, role);
      statement.setString(2, workspace);
      statement.execute();
    }
    known.put(server, wanted);
  }
}
