package dev.relevo.crm.workspace;

import dev.relevo.crm.sql.Column;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The tenants. What is read may be a second old on other replicas.
@Component
public class Workspaces {
  private static final Duration FRESH = Duration.ofSeconds(1);

  private record Seen(Workspace workspace, Instant at) {}

  private final WorkspaceTable table;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Map<WorkspaceId, Seen> seen = new ConcurrentHashMap<>();

  Workspaces(WorkspaceTable table, PlatformTransactionManager transactions, Clock clock) {
    this.table = table;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /// The workspace; what callers name exists, so an unknown id is a fault.
  public Workspace find(WorkspaceId id) {
    var now = clock.instant();
    var known = seen.get(id);
    if (known != null && Duration.between(known.at(), now).abs().compareTo(FRESH) < 0) {
      return known.workspace();
    }
    var workspace =
        table
            .find(id)
            .orElseThrow(() -> new IllegalArgumentException("no workspace " + id.value()));
    seen.put(id, new Seen(workspace, now));
    return workspace;
  }

  /// Every workspace, oldest first.
  public List<Workspace> all() {
    return table.all();
  }

  /// A new workspace with the default settings.
  public Workspace create(String name) {
    return table.insert(name, Column.now(clock));
  }

  /// The oldest workspace, made with that name when there is none yet.
  public Workspace first(String nameIfNew) {
    return table.all().stream().findFirst().orElseGet(() -> makeFirst(nameIfNew));
  }

  private Workspace makeFirst(String name) {
    return transaction.execute(status -> {
      table.lockAll();
      return table.all().stream().findFirst().orElseGet(() -> create(name));
    });
  }

  /// Stores changed settings (name, zone, language, switches, guards, texts, deadlines).
  public void save(Workspace workspace) {
    table.update(workspace);
    seen.remove(workspace.id());
  }

  /// What the product says, in the workspace's own words where it has them.
  public String text(WorkspaceId workspace, Wording wording, Language language) {
    var own = find(workspace).texts().getOrDefault(language, Map.of()).get(wording);
    return own != null && !own.isBlank() ? own : ShippedTexts.of(wording, language);
  }

  /// What the product says as it was shipped; what a settings page shows beside an own text.
  public static String shipped(Wording wording, Language language) {
    return ShippedTexts.of(wording, language);
  }
}
