package dev.relevo.bot.spend;

import dev.relevo.crm.SettableClock;
import dev.relevo.crm.TestCrm;
import java.time.Instant;

/// The room's doors on a test's database.
public final class TestSpending {

  private TestSpending() {}

  /// A CRM with the room's beans.
  public static TestCrm crm() {
    return new TestCrm(
        new SettableClock(Instant.parse("2026-06-01T12:00:00Z")),
        BoundTable.class,
        CallTable.class,
        CallRecordTable.class,
        CallRecords.class,
        CostTable.class,
        Spending.class,
        Budgets.class,
        Calls.class);
  }
}
