package dev.relevo.bot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/// The application; it only starts. Beans are named by their full class name: two rooms may each
/// have an `InboundTable`.
@Modulithic(additionalPackages = {"dev.relevo.knowledge", "dev.relevo.crm"})
@SpringBootApplication(
    scanBasePackages = {"dev.relevo.bot", "dev.relevo.crm"},
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class BotService {

  public static void main(String[] arguments) {
    SpringApplication.run(BotService.class, arguments);
  }
}
