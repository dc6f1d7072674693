package dev.relevo.bot.llm;

import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Loop;
import dev.relevo.crm.workspace.Workspaces;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Loads what counting tokens takes before a customer waits for it, where a model is connected at
/// all. Nothing is asked.
@Component
final class ModelWarmUp extends Loop {

  private static final Duration EVERY = Duration.ofMinutes(10);

  private final LanguageModel model;
  private final Workspaces workspaces;
  private boolean warm;

  ModelWarmUp(LanguageModel model, Workspaces workspaces) {
    super("model-warm-up", Workload.TURNS, EVERY, Order.UPKEEP);
    this.model = model;
    this.workspaces = workspaces;
  }

  @Override
  protected boolean round() {
    if (!warm && workspaces.all().stream().anyMatch(it -> model.connected(it.id()))) {
      Tokens.count("¿Cuánto cuesta?");
      warm = true;
    }
    return false;
  }
}
