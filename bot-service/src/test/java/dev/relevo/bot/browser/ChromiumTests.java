package dev.relevo.bot.browser;

import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/// Tests in the Chromium installed on this machine. Without one they are skipped with a line that
/// says so; with `CI=true` a missing browser is a failure.
public abstract class ChromiumTests {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private static Optional<Playwright> playwright = Optional.empty();
  private static Optional<Browser> browser = Optional.empty();

  @BeforeAll
  static void startChromium() {
    var chromium = find();
    if (chromium.isEmpty()) {
      var sentence = "no Chromium on this machine (apt-get install chromium): browser tests";
      if ("true".equals(System.getenv("CI"))) {
        fail(sentence + " cannot run, and CI=true wants them");
      }
      System.out.println("SKIPPED: " + sentence + " do not run");
      Assumptions.abort(sentence + " do not run");
    }
    var options = new Playwright.CreateOptions();
    options.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
    var started = Playwright.create(options);
    playwright = Optional.of(started);
    browser =
        Optional.of(
            started
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.orElseThrow())
                        .setArgs(arguments())));
  }

  @AfterAll
  static void stopChromium() {
    playwright.ifPresent(Playwright::close);
    playwright = Optional.empty();
  }

  protected static Browser browser() {
    return browser.orElseThrow();
  }

  /// Chromium's own sandbox does not work for root.
  private static List<String> arguments() {
    return "root".equals(System.getProperty("user.name"))
        ? List.of("--no-sandbox", "--disable-dev-shm-usage")
        : List.of("--disable-dev-shm-usage");
  }

  private static Optional<Path> find() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
