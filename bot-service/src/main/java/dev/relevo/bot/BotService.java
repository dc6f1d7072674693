package dev.relevo.bot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/// The application; it only starts.
@Modulithic(additionalPackages = {"dev.relevo.knowledge", "dev.relevo.crm"})
@SpringBootApplication(scanBasePackages = {"dev.relevo.bot", "dev.relevo.crm"})
public class BotService {

  public static void main(String[] arguments) {
    SpringApplication.run(BotService.class, arguments);
  }
}
