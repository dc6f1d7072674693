package dev.relevo.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.condition.OS;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The packaged application as a process of its own, as an operator starts it.
final class PackagedApplication implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);
  private static final boolean WINDOWS = OS.current() == OS.WINDOWS;
  private static final String OPTIONS = "RELEVO_JAVA_OPTIONS";
  private static final String BRIEF = "-XX:TieredStopAtLevel=1";
  private static final Pattern CHAT = Pattern.compile("Web chat +(http://\\S+)");

  private final Process process;
  private final Path output;

  private PackagedApplication(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static PackagedApplication start(Path folder) throws IOException {
    return start(folder, Map.of());
  }

  /// By the script of the folder the build leaves, from what one rehearsal for all tests left.
  ///
  /// @param settings environment variables beside a free port
  static PackagedApplication start(Path folder, Map<String, String> settings) throws IOException {
    return WINDOWS
        ? startFile(folder, settings, List.of())
        : launch(List.of(Rehearsed.SCRIPT.toString()), folder, settings);
  }

  /// By `java -jar` of its one file.
  ///
  /// @param as words before the command, to run it as another user
  static PackagedApplication startFile(Path folder, Map<String, String> settings, List<String> as)
      throws IOException {
    var words = new ArrayList<>(as);
    words.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            BRIEF,
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-jar",
            System.getProperty("relevo.packaged", "target/bot-service-0.1.0-SNAPSHOT-exec.jar")));
    return launch(words, folder, settings);
  }

  /// The script, once it has rehearsed: only whoever asks for it waits for that.
  private static final class Rehearsed {

    static final Path SCRIPT =
        rehearsed(Path.of(System.getProperty("relevo.script", "target/relevo/bin/relevo")));

    private static Path rehearsed(Path script) {
      try {
        var rehearsal = new ProcessBuilder(script.toString(), "rehearse").inheritIO();
        rehearsal.environment().put(OPTIONS, BRIEF);
        assertThat(rehearsal.start().waitFor()).as("it rehearsed").isZero();
        return script;
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(interrupted);
      }
    }
  }

  /// Starts it as it must not be started: it ends by itself, and says why in those words.
  static void refuses(Path folder, Map<String, String> settings, String... words) throws Exception {
    try (var application = start(folder, settings)) {
      application.refuses(words);
    }
  }

  private static PackagedApplication launch(
      List<String> words, Path folder, Map<String, String> settings) throws IOException {
    var output = Files.createTempFile("relevo", ".out");
    var builder =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
    var environment =
        new HashMap<>(
            Map.of("SERVER_PORT", "0", "RELEVO_DATA_DIR", folder.toString(), OPTIONS, BRIEF));
    environment.putAll(settings);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("RELEVO_") || name.startsWith("JAVA_TOOL"));
    builder.environment().putAll(environment);
    return new PackagedApplication(builder.start(), output);
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

  /// What is at that path.
  String read(String path, String... headers) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(address().resolve(path)).headers(headers).build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  /// Says it in the web chat as a new visitor, and gives what the bot answers.
  String ask(String question) throws IOException, InterruptedException {
    return ask(question, this);
  }

  /// Says it here as a new visitor, and gives what the bot answers at another replica.
  String ask(String question, PackagedApplication elsewhere)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var token = call(client, "", "POST", "sessions", "{}").path("token").asString();
      call(client, token, "POST", "messages", JSON.writeValueAsString(message(question)));
      var end = System.nanoTime() + LIMIT.toNanos();
      while (System.nanoTime() < end) {
        var answers = elsewhere.answers(client, token);
        if (!answers.isEmpty()) {
          return answers.getFirst();
        }
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      }
      throw new AssertionError("it did not answer within " + LIMIT + ": " + output());
    }
  }

  /// Says both here as a new visitor, the second once the first is answered and while their page is
  /// open at another replica; gives what the bot said as that page shows it, which looks only when
  /// it is told of a change.
  List<String> tell(String first, String second, PackagedApplication elsewhere)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var token = call(client, "", "POST", "sessions", "{}").path("token").asString();
      call(client, token, "POST", "messages", JSON.writeValueAsString(message(first)));
      var events = elsewhere.request(token, "events").timeout(LIMIT).build();
      try (var page = client.send(events, HttpResponse.BodyHandlers.ofLines()).body()) {
        var shown = List.<String>of();
        var end = System.nanoTime() + LIMIT.toNanos();
        // Heartbeats are lines, too.
        for (var line = page.iterator(); System.nanoTime() < end && line.hasNext(); ) {
          if (line.next().equals("event:changed")) {
            var before = shown;
            shown = elsewhere.answers(client, token);
            if (shown.size() == 2) {
              return shown;
            }
            if (before.isEmpty() && shown.size() == 1) {
              call(client, token, "POST", "messages", JSON.writeValueAsString(message(second)));
            }
          }
        }
        throw new AssertionError("the page was told no more than " + shown);
      }
    }
  }

  private List<String> answers(HttpClient client, String token)
      throws IOException, InterruptedException {
    return call(client, token, "GET", "messages", "")
        .path("messages")
        .valueStream()
        .filter(it -> it.path("from").asString("").equals("bot"))
        .map(it -> it.path("content").path("text").asString(""))
        .toList();
  }

  private static Map<String, String> message(String text) {
    return Map.of("clientId", UUID.randomUUID().toString(), "text", text);
  }

  private JsonNode call(HttpClient client, String token, String method, String path, String body)
      throws IOException, InterruptedException {
    var request = request(token, path).method(method, HttpRequest.BodyPublishers.ofString(body));
    var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return JSON.readTree(answer.body());
  }

  private HttpRequest.Builder request(String token, String path)
      throws IOException, InterruptedException {
    return HttpRequest.newBuilder(address().resolve("/webchat/v1/web/" + path))
        .header("Origin", address().resolve("/").toString().replaceFirst("/$", ""))
        .header("Authorization", "Bearer " + token);
  }

  String output() throws IOException {
    return Files.readString(output);
  }

  /// The other commands of the script: the exit code and what was said, `0: …`.
  static String command(Path folder, String... words) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(Rehearsed.SCRIPT.toString()));
    command.addAll(List.of(words));
    var application = launch(command, folder, Map.of());
    assertThat(application.process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    var said = application.output().strip();
    Files.delete(application.output);
    return application.process.exitValue() + ": " + said;
  }

  /// SIGTERM; the exit code, once it has ended.
  int stop() throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
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
