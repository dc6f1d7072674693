package dev.relevo.bot.outbox;

import dev.relevo.crm.contact.ContactId;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Heard on this replica only.
@Component
@ConditionalOnProperty(name = "relevo.transport", havingValue = "postgres", matchIfMissing = true)
final class HouseBell implements Bell {

  private final List<Runnable> couriers = new CopyOnWriteArrayList<>();

  @Override
  public void ring(Collection<ContactId> lanes) {
    couriers.forEach(Runnable::run);
  }

  @Override
  public void onRing(Runnable courier) {
    couriers.add(courier);
  }
}
