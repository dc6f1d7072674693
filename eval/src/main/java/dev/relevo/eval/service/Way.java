package dev.relevo.eval.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A way to start the application that the README names.
public sealed interface Way {

  /// As the README advises.
  List<String> JVM =
      List.of(
          "-Xmx320m",
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-XX:MetaspaceSize=128m",
          "--enable-native-access=ALL-UNNAMED");

  /// The file that is started.
  Path file();

  /// The command that starts it with these settings (`--name=value`).
  List<String> command(List<String> settings);

  /// The application's process among what the command has started; nothing as long as it does
  /// something else, such as compiling.
  default Optional<ProcessHandle> application(Process process) {
    return Optional.of(process.toHandle());
  }

  /// Complains when there is nothing to start.
  default void check() throws IOException {
    if (!Files.isRegularFile(file())) {
      throw new IOException(file() + " is not there: build it with ./mvnw -DskipTests package");
    }
  }

  /// `java -jar …-exec.jar`, on the JVM that runs this.
  ///
  /// @param options for the JVM, after those the README advises
  record Jar(Path file, List<String> options) implements Way {

    public Jar {
      options = List.copyOf(options);
    }

    public Jar(Path file) {
      this(file, List.of());
    }

    /// The jar that the build left beside this program's own.
    public static Path built() throws IOException {
      var own = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
      var folder = own.resolveSibling("../../bot-service/target").normalize();
      try (var files = Files.newDirectoryStream(folder, "bot-service-*-exec.jar")) {
        for (var file : files) {
          return file;
        }
      } catch (NoSuchFileException _) {
        // said below
      }
      throw new NoSuchFileException(
          "%s/bot-service-…-exec.jar is not there: build it with ./mvnw -DskipTests package, or name one with --jar."
              .formatted(folder));
    }

    @Override
    public List<String> command(List<String> settings) {
      var words = new ArrayList<String>();
      words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      words.addAll(JVM);
      words.addAll(options);
      words.addAll(List.of("-jar", file.toString()));
      words.addAll(settings);
      return words;
    }
  }

  /// Another command of this program, on a JVM of its own with the same options.
  record Own(String name) implements Way {
    @Override
    public Path file() {
      return Path.of(System.getProperty("java.class.path")).toAbsolutePath();
    }

    @Override
    public List<String> command(List<String> settings) {
      var words = new ArrayList<String>();
      words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      words.addAll(JVM);
      words.addAll(List.of("-jar", file().toString(), name));
      words.addAll(settings);
      return words;
    }
  }

  /// Another way, with settings besides.
  record With(Way way, Map<String, String> more) implements Way {

    public With {
      more = Map.copyOf(more);
    }

    @Override
    public Path file() {
      return way.file();
    }

    @Override
    public List<String> command(List<String> settings) {
      var all = new ArrayList<>(settings);
      more.forEach((name, value) -> all.add("--%s=%s".formatted(name, value)));
      return way.command(all);
    }

    @Override
    public Optional<ProcessHandle> application(Process process) {
      return way.application(process);
    }
  }

  /// `bin/relevo` of the folder; it becomes the application's process.
  record Script(Path file) implements Way {
    @Override
    public List<String> command(List<String> settings) {
      var words = new ArrayList<String>();
      words.add(file.toAbsolutePath().toString());
      words.addAll(settings);
      return words;
    }
  }

  /// `./mvnw spring-boot:run` of the sources; the application is a process that Maven starts.
  record Maven(Path file) implements Way {
    @Override
    public List<String> command(List<String> settings) {
      return List.of(
          file.toAbsolutePath().toString(),
          "-q",
          "-f",
          file.toAbsolutePath().resolveSibling("pom.xml").toString(),
          "spring-boot:run",
          "-Dspring-boot.run.arguments=" + String.join(" ", settings));
    }

    /// The JVM that Maven's own has started; compilers are other programs. What it was told cannot
    /// be asked for: with its class path, that is longer than the system tells.
    @Override
    public Optional<ProcessHandle> application(Process process) {
      return process
          .descendants()
          .filter(it -> isJvm(it) && it.parent().filter(Maven::isJvm).isPresent())
          .findFirst();
    }

    private static boolean isJvm(ProcessHandle process) {
      return process
          .info()
          .command()
          .map(it -> Path.of(it).getFileName().toString())
          .filter(it -> it.equals("java") || it.equals("java.exe"))
          .isPresent();
    }
  }
}
