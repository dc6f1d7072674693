package dev.relevo.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The packaged application as a process of its own, as an operator starts it.
final class PackagedApplication implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Pattern CHAT = Pattern.compile("Web chat +(http://\\S+)");

  private final Process process;
  private final Path output;

  private PackagedApplication(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /// @param settings environment variables beside a free port
  /// @param as words before the command, to run it as another user
  static PackagedApplication start(Path folder, Map<String, String> settings, List<String> as)
      throws IOException {
    var output = Files.createTempFile("relevo", ".out");
    var words = new ArrayList<>(as);
    words.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-jar",
            System.getProperty("relevo.packaged", "target/bot-service-0.1.0-SNAPSHOT-exec.jar")));
    var builder =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
    var environment =
        new HashMap<>(Map.of("SERVER_PORT", "0", "RELEVO_DATA_DIR", folder.toString()));
    environment.putAll(settings);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("RELEVO_") || name.startsWith("JAVA_TOOL"));
    builder.environment().putAll(environment);
    return new PackagedApplication(builder.start(), output);
  }

  static PackagedApplication start(Path folder) throws IOException {
    return start(folder, Map.of(), List.of());
  }

  /// Waits for the block at the start, and gives the address in it.
  URI address() throws IOException, InterruptedException {
    var end = System.nanoTime() + LIMIT.toNanos();
    while (System.nanoTime() < end) {
      var matcher = CHAT.matcher(output());
      if (matcher.find()) {
        return URI.create(matcher.group(1));
      }
      if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
        throw new AssertionError("it ended with " + process.exitValue() + ": " + output());
      }
    }
    throw new AssertionError("it did not start within " + LIMIT + ": " + output());
  }

  /// Asserts that the start was refused with one line that holds these words, and nothing that
  /// looks like a trace.
  void refuses(String... words) throws IOException, InterruptedException {
    assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS))
        .as("it ends: " + output())
        .isTrue();
    assertThat(process.exitValue()).isNotZero();
    var said = output();
    assertThat(said).contains(words).doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(said.lines().filter(line -> line.startsWith("Relevo did not start: "))).hasSize(1);
  }

  int get(String path, String... headers) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(address().resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  String output() throws IOException {
    return Files.readString(output);
  }

  /// `kill -9`.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// Asks it to end, and waits until it has.
  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("it does not end: " + output());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    Files.deleteIfExists(output);
  }
}
