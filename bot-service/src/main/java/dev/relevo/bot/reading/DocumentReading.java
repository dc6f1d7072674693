package dev.relevo.bot.reading;

import dev.relevo.bot.database.Workload;
import dev.relevo.bot.lane.Loop;
import dev.relevo.knowledge.document.Documents;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Reads the document that is due, and the next.
@Component
final class DocumentReading extends Loop {

  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Documents documents;

  DocumentReading(Documents documents) {
    super("documents", Workload.PAGES, LOOK, Order.UPKEEP);
    this.documents = documents;
  }

  @Override
  protected boolean round() {
    return documents.readNext();
  }
}
