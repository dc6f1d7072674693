package dev.relevo.bot.hindsight;

import dev.relevo.knowledge.gap.Editing;
import dev.relevo.knowledge.gap.Gaps;
import dev.relevo.knowledge.gap.RowFigures;
import dev.relevo.knowledge.gap.Spoken;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.model.Aims;
import dev.relevo.knowledge.model.Lessons;
import dev.relevo.knowledge.replay.Replay;
import dev.relevo.knowledge.replay.RowTests;
import dev.relevo.knowledge.replay.Working;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class HindsightBeans {

  @Bean
  Gaps gaps(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      Matrices matrices,
      Spoken spoken,
      Editing editing) {
    return new Gaps(dataSource, transactions, matrices, spoken, editing);
  }

  @Bean
  RowFigures rowFigures(DataSource dataSource) {
    return new RowFigures(dataSource);
  }

  @Bean
  RowTests rowTests(DataSource dataSource, Clock clock) {
    return new RowTests(dataSource, clock);
  }

  /// As customers are answered: what was learnt already, with the workspace's own aim.
  @Bean
  Replay.Training training(Lessons lessons, Aims aims) {
    return (workspace, rows) -> lessons.of(workspace, rows).aiming(aims.of(workspace));
  }

  @Bean
  Replay replay(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      Gaps gaps,
      Matrices matrices,
      Working working,
      RowTests tests,
      Replay.Training training,
      Clock clock) {
    return new Replay(
        dataSource,
        transactions,
        new Replay.Sources(gaps, matrices, working, tests, training),
        clock);
  }
}
