package dev.relevo.bot.responder.matrix;

import dev.relevo.bot.responder.Sureness;
import dev.relevo.crm.workspace.Workspaces;
import dev.relevo.knowledge.draft.Drafts;
import dev.relevo.knowledge.matrix.Matrices;
import dev.relevo.knowledge.model.Aims;
import dev.relevo.knowledge.model.Lessons;
import dev.relevo.knowledge.model.Models;
import dev.relevo.knowledge.proposal.Proposals;
import dev.relevo.knowledge.retriever.Settings;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TierSettings.class)
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
  Settings retrieverSettings(
      TierSettings wanted, DataSource dataSource, @FlywayDataSource DataSource owner) {
    return Tiers.of(wanted, dataSource, owner);
  }

  @Bean
  Aims aims(DataSource dataSource) {
    return new Aims(dataSource);
  }

  @Bean
  Sureness sureness(MatrixWatch watch) {
    return (workspace, aim) ->
        watch
            .trained(workspace)
            .map(it ->
                new Sureness.Told(
                    it.version(),
                    it.retriever().calibration().curve(aim.offTopic()),
                    it.retriever().aiming(aim).choice()));
  }

  @Bean
  Lessons lessons(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      Settings settings,
      Clock clock) {
    return new Lessons(settings, new Models(dataSource, transactions), clock);
  }

  @Bean
  MatrixWatch matrixWatch(
      Matrices matrices,
      Lessons lessons,
      Aims aims,
      Workspaces workspaces,
      Environment environment,
      Clock clock) {
    var first =
        new FirstMatrix(matrices, workspaces, environment.getProperty("relevo.matrix", ""), clock);
    return new MatrixWatch(matrices, lessons, aims, workspaces, first, clock);
  }
}
