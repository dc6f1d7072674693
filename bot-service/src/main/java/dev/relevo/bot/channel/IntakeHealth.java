package dev.relevo.bot.channel;

import dev.relevo.bot.lane.Behind;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Says `BEHIND` while providers wait longer than they like to be told that something is stored:
/// more comes in than can be, or the database does not do its work.
@Component
final class IntakeHealth implements HealthIndicator {

  private final GroupCommit commits;

  IntakeHealth(GroupCommit commits) {
    this.commits = commits;
  }

  @Override
  public Health health() {
    return Behind.health(commits.isBehind());
  }
}
