package dev.relevo.bot.llm;

import dev.relevo.crm.workspace.WorkspaceId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The endpoints workspaces use, remembered as long as their connection stays the same: whether one
/// is left alone, and what it was found to understand, each replica finds out for itself. Their
/// health is a metric: `relevo.model.resting`, 1 while one is left alone.
@Component
final class Endpoints {

  private final ModelSettings settings;
  private final MeterRegistry registry;
  private final Map<WorkspaceId, Endpoint> endpoints = new ConcurrentHashMap<>();

  Endpoints(ModelSettings settings, MeterRegistry registry) {
    this.settings = settings;
    this.registry = registry;
  }

  Endpoint of(WorkspaceId workspace, Connection connection) {
    return Objects.requireNonNull(
        endpoints.compute(
            workspace,
            (_, known) -> {
              if (known != null && known.connection().equals(connection)) {
                return known;
              }
              if (known == null) {
                watch(workspace);
              }
              return new Endpoint(connection, settings);
            }));
  }

  Connections.Health health(WorkspaceId workspace) {
    var endpoint = endpoints.get(workspace);
    return endpoint == null ? Connections.Health.FINE : endpoint.health();
  }

  private void watch(WorkspaceId workspace) {
    Gauge.builder(
            "relevo.model.resting", () -> health(workspace) == Connections.Health.RESTING ? 1 : 0)
        .tag("workspace", Long.toString(workspace.value()))
        .register(registry);
  }
}
