package dev.relevo.bot.database;

import dev.relevo.bot.setting.CannotStart;
import dev.relevo.bot.setting.DataDirectory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/// The two commands beside the start: `backup FILE` writes everything the data folder holds into
/// one file, also while Relevo runs; `restore FILE` makes an empty data folder from it. Both are
/// for the embedded database.
public final class Safekeeping {

  private static final Set<String> COMMANDS = Set.of("backup", "restore");

  private final DataDirectory directory;
  private final DatabaseSettings settings;

  private Safekeeping(DataDirectory directory, DatabaseSettings settings) {
    this.directory = directory;
    this.settings = settings;
  }

  /// Whether the command line asks for one of the commands instead of a start.
  public static boolean isAskedFor(List<String> arguments) {
    return !arguments.isEmpty() && COMMANDS.contains(arguments.getFirst());
  }

  /// Does what the command line asks for and says what came of it, with the settings of a start.
  ///
  /// @return the exit code: 0 when it was done, 1 when it was refused with a sentence
  public static int run(List<String> arguments, PrintStream out, PrintStream refusals) {
    var options = arguments.stream().filter(it -> it.startsWith("--")).toArray(String[]::new);
    try (var context =
        new SpringApplicationBuilder(Settings.class)
            .web(WebApplicationType.NONE)
            .lazyInitialization(true)
            .run(options)) {
      var safekeeping =
          new Safekeeping(
              context.getBean(DataDirectory.class), context.getBean(DatabaseSettings.class));
      out.println(safekeeping.obey(arguments.stream().filter(it -> !it.startsWith("--")).toList()));
      return 0;
    } catch (CannotStart refused) {
      refusals.println(refused.getMessage());
    } catch (IOException | SQLException failed) {
      refusals.printf("The %s failed: %s%n", arguments.getFirst(), failed);
    }
    return 1;
  }

  private String obey(List<String> words) throws IOException, SQLException {
    if (words.size() != 2) {
      throw new CannotStart("Name one file: relevo %s FILE".formatted(words.getFirst()));
    }
    if (!settings.embedded()) {
      throw new CannotStart(
          "RELEVO_DATABASE_URL names a PostgreSQL of your own: back it up with its own tools"
              + " (pg_dump, or what its provider offers), and keep RELEVO_SECRET_KEY beside it.");
    }
    var file = Path.of(words.getLast()).toAbsolutePath();
    return words.getFirst().equals("backup") ? backup(file) : restore(file);
  }

  private String backup(Path file) throws IOException, SQLException {
    if (Files.notExists(directory.path().resolve("postgres/cluster"))) {
      throw new CannotStart(
          "There is no database in the data folder %s yet; set RELEVO_DATA_DIR to Relevo's."
              .formatted(directory.path().toAbsolutePath().normalize()));
    }
    if (Files.exists(file)) {
      throw new CannotStart("There is a file %s already; name another.".formatted(file));
    }
    // The server was started by its real path, and is known by it.
    var data = directory.path().toRealPath();
    return "Backup of %s written to %s (%.1f MB). It opens everything Relevo keeps: store it like a key.%s"
        .formatted(data, file, write(data, file) / 1e6, secretKey());
  }

  private long write(Path data, Path file) throws IOException, SQLException {
    var running = EmbeddedDatabase.superuser(data.resolve("postgres"));
    if (running.isPresent()) {
      return Backup.write(data, running.get(), file, Clock.systemUTC());
    }
    try (var folder = directory.open();
        var _ = EmbeddedDatabase.start(folder, settings.bundledVersion(), 1)) {
      var started = EmbeddedDatabase.superuser(data.resolve("postgres")).orElseThrow();
      return Backup.write(data, started, file, Clock.systemUTC());
    }
  }

  private String secretKey() {
    return Files.exists(directory.path().resolve("secret.key"))
        ? ""
        : " The secret key is your own, RELEVO_SECRET_KEY: keep it, too.";
  }

  private String restore(Path file) throws IOException {
    new Restore(directory, settings.bundledVersion()).from(file);
    return "Restored %s into %s. Start Relevo.".formatted(file, directory.path().toRealPath());
  }

  /// What is read from the environment and `application.yaml`, and nothing else of the application.
  @ComponentScan(
      basePackages = "dev.relevo.bot.setting",
      excludeFilters =
          @ComponentScan.Filter(
              type = FilterType.ASSIGNABLE_TYPE,
              classes = ApplicationRunner.class))
  @EnableConfigurationProperties(DatabaseSettings.class)
  static final class Settings {}
}
