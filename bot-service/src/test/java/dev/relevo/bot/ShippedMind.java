package dev.relevo.bot;

import dev.relevo.knowledge.document.DocumentLimits;
import dev.relevo.knowledge.document.Documents;
import dev.relevo.knowledge.fetch.FetchLimits;
import dev.relevo.knowledge.fetch.Fetcher;
import dev.relevo.knowledge.fetch.Reach;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.PlatformTransactionManager;

/// Makes a [TestBot] think as the shipped one does: matrix, then language model, over rows and
/// documents; a model sums up for whoever takes over. Documents are read when the test says so.
final class ShippedMind implements Consumer<AnnotationConfigApplicationContext> {

  @Override
  public void accept(AnnotationConfigApplicationContext made) {
    made.registerBean(
        "owner",
        DataSource.class,
        () -> new DelegatingDataSource(made.getBean(DataSource.class)),
        it ->
            ((AbstractBeanDefinition) it)
                .addQualifier(new AutowireCandidateQualifier(FlywayDataSource.class)));
    made.registerBean(Documents.class, () -> documents(made));
    var scanner = new ClassPathBeanDefinitionScanner(made);
    scanner.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*(Tests|IT).*")));
    scanner.scan(
        "dev.relevo.bot.audit",
        "dev.relevo.bot.llm",
        "dev.relevo.bot.responder.matrix",
        "dev.relevo.bot.responder.llm",
        "dev.relevo.bot.copilot");
  }

  private static Documents documents(AnnotationConfigApplicationContext made) {
    return new Documents(
        made.getBean(DataSource.class),
        made.getBean(PlatformTransactionManager.class),
        new Fetcher(new FetchLimits(1_000_000, Duration.ofSeconds(5)), Reach.ofInternet(Reach.WEB)),
        DocumentLimits.DEFAULT,
        made.getBean(Clock.class));
  }
}
