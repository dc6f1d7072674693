package dev.relevo.bot.reading;

import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Loop;
import dev.relevo.knowledge.sheet.SheetSync;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Makes the round between a sheet and its draft that is due, and the next.
@Component
final class SheetRounds extends Loop {

  private static final Duration LOOK = Duration.ofSeconds(1);

  private final SheetSync sync;
  private final SheetSettings settings;

  SheetRounds(SheetSync sync, SheetSettings settings) {
    super("sheets", Workload.PAGES, LOOK, Order.UPKEEP);
    this.sync = sync;
    this.settings = settings;
  }

  @Override
  protected boolean round() {
    return sync.syncNext(settings.every());
  }
}
