package dev.relevo.bot.outbox;

import dev.relevo.crm.contact.ContactId;
import java.util.Collection;

/// Calls the couriers when something was posted. It only saves waiting: what no call told of,
/// whoever holds the lane finds by himself a little later.
interface Bell {

  /// After something was posted to them and committed. Returns at once; what goes wrong is logged.
  void ring(Collection<ContactId> lanes);

  /// Runs whenever this replica's couriers are called; must return at once.
  void onRing(Runnable courier);
}
