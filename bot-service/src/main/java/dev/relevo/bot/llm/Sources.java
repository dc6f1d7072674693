package dev.relevo.bot.llm;

import dev.relevo.bot.setting.Secrets;
import dev.relevo.crm.sql.Column;
import dev.relevo.crm.team.MemberId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Where each workspace's model is: its own, else that of whoever runs Relevo. What is read may be
/// a second old.
@Component
final class Sources {

  private static final Duration FRESH = Duration.ofSeconds(1);
  static final String KEY = "model-key";
  static final String HEADERS = "model-headers";

  private record Seen(Optional<Connection> connection, Instant at) {}

  private final ConnectionTable table;
  private final Secrets secrets;
  private final Optional<Connection> operators;
  private final Clock clock;
  private final Map<WorkspaceId, Seen> seen = new ConcurrentHashMap<>();

  Sources(ConnectionTable table, Secrets secrets, ModelSettings settings, Clock clock) {
    this.table = table;
    this.secrets = secrets;
    this.operators = settings.connection();
    this.clock = clock;
  }

  Optional<Connection> of(WorkspaceId workspace) {
    var now = clock.instant();
    var known = seen.get(workspace);
    if (known != null && Duration.between(known.at(), now).abs().compareTo(FRESH) < 0) {
      return known.connection();
    }
    var connection = own(workspace).or(() -> operators);
    seen.put(workspace, new Seen(connection, now));
    return connection;
  }

  /// The workspace's own, as it lies in the database.
  Optional<Connection> own(WorkspaceId workspace) {
    return table.find(workspace).map(this::opened);
  }

  void save(WorkspaceId workspace, Connection connection, MemberId by) {
    table.save(
        workspace,
        new ConnectionTable.Row(
            connection.baseUrl().toString(),
            connection.model(),
            secrets.seal(KEY, connection.key()),
            secrets.seal(HEADERS, connection.headers().text()),
            connection.prices().text()),
        by,
        Column.now(clock));
  }

  boolean remove(WorkspaceId workspace) {
    return table.remove(workspace);
  }

  /// After a change.
  void forget(WorkspaceId workspace) {
    seen.remove(workspace);
  }

  /// A key that was sealed with another secret is no key.
  private Connection opened(ConnectionTable.Row row) {
    return new Connection(
        false,
        URI.create(row.baseUrl()),
        row.model(),
        secrets.open(KEY, row.sealedKey()).orElse(""),
        Headers.of(secrets.open(HEADERS, row.sealedHeaders()).orElse("")),
        Prices.of(row.prices()));
  }
}
