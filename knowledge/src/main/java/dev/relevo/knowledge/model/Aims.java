package dev.relevo.knowledge.model;

import dev.relevo.knowledge.retriever.Aim;
import javax.sql.DataSource;

/// What every workspace wants of its answers, in PostgreSQL. What is learnt does not depend on it:
/// it only chooses the threshold.
public final class Aims {

  private final AimTable aims;

  /// @param dataSource a database with the table of `V014__aim.sql`
  public Aims(DataSource dataSource) {
    aims = new AimTable(dataSource);
  }

  /// What the workspace wants; what is usual until it says so.
  public Aim of(long workspaceId) {
    return aims.find(workspaceId).orElse(Aim.USUAL);
  }

  public void want(long workspaceId, Aim aim) {
    aims.put(workspaceId, aim);
  }
}
