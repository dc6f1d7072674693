package dev.relevo.bot;

import dev.relevo.bot.database.Safekeeping;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/// The application; it only starts, or keeps the data safe when that is asked for. Beans are named
/// by their full class name: two rooms may each have an `InboundTable`.
@Modulithic(additionalPackages = {"dev.relevo.knowledge", "dev.relevo.crm"})
@SpringBootApplication(
    scanBasePackages = {"dev.relevo.bot", "dev.relevo.crm"},
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class BotService {

  public static void main(String[] arguments) {
    if (Safekeeping.isAskedFor(List.of(arguments))) {
      System.exit(Safekeeping.run(List.of(arguments), System.out, System.err));
    }
    SpringApplication.run(BotService.class, arguments);
  }
}
