package dev.relevo.bot.responder.matrix;

import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.model.Lessons;
import dev.relevo.knowledge.model.Models;
import dev.relevo.knowledge.proposal.Proposals;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
final class MatrixBeans {

  @Bean
  Matrices matrices(DataSource dataSource, PlatformTransactionManager transactions) {
    return new Matrices(dataSource, transactions);
  }

  @Bean
  Drafts drafts(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      Matrices matrices,
      Clock clock) {
    return new Drafts(dataSource, transactions, matrices, clock);
  }

  @Bean
  Proposals proposals(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      Matrices matrices,
      Drafts drafts,
      Clock clock) {
    return new Proposals(dataSource, transactions, matrices, drafts, clock);
  }

  @Bean
  Lessons lessons(DataSource dataSource, PlatformTransactionManager transactions, Clock clock) {
    return new Lessons(new Models(dataSource, transactions), clock);
  }

  @Bean
  MatrixWatch matrixWatch(
      Matrices matrices,
      Lessons lessons,
      Workspaces workspaces,
      Environment environment,
      Clock clock) {
    var first =
        new FirstMatrix(matrices, workspaces, environment.getProperty("relevo.matrix", ""), clock);
    return new MatrixWatch(matrices, lessons, workspaces, first, clock);
  }
}
