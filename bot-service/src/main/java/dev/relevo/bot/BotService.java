package dev.relevo.bot;

import dev.relevo.bot.database.HeadStart;
import dev.relevo.bot.database.Safekeeping;
import java.util.List;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/// The application; it only starts, or keeps the data safe when that is asked for. Beans are named
/// by their full class name: two rooms may each have an `InboundTable`. What Spring Boot's own
/// annotation would say, but for classes inside of others: they are four in ten, and reading them
/// would cost every start for nothing.
@Modulithic(additionalPackages = {"dev.relevo.knowledge", "dev.relevo.crm"})
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(
    basePackages = {"dev.relevo.bot", "dev.relevo.crm"},
    resourcePattern = "**/{name:[^$]+}.class",
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
    excludeFilters = {
      @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
      @ComponentScan.Filter(
          type = FilterType.CUSTOM,
          classes = AutoConfigurationExcludeFilter.class)
    })
public class BotService {

  /// Nothing is looked for in the packages once more: by that only Jackson would, for mixins that
  /// nobody writes here.
  @Bean
  static BeanDefinitionRegistryPostProcessor packagesAreKnown() {
    return registry -> registry.removeBeanDefinition(AutoConfigurationPackages.class.getName());
  }

  public static void main(String[] arguments) {
    if (Safekeeping.isAskedFor(List.of(arguments))) {
      System.exit(Safekeeping.run(List.of(arguments), System.out, System.err));
    }
    var application = new SpringApplication(BotService.class);
    application.addInitializers(new HeadStart());
    application.run(arguments);
  }
}
