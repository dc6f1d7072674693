package dev.relevo.eval.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The packaged application on one data folder and one port; its process comes and goes.
public final class Service implements AutoCloseable {

  /// Each visitor of ours says that it comes from an address of its own: `relevo.trusted-proxies`.
  public static final String TRUSTED_PROXIES = "127.0.0.1,::1/128";

  private static final Duration READY_WITHIN = Duration.ofMinutes(5);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
  private static final int LAST_LINES = 20;

  private final Way way;
  private final Path data;
  private final Map<String, String> settings;
  private final int port;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private Process process;
  private Optional<ProcessHandle> application = Optional.empty();
  private long launched;

  private Service(Way way, Path data, Map<String, String> settings) throws IOException {
    this.way = way;
    this.data = data;
    this.settings = Map.copyOf(settings);
    this.port = freePort();
    this.launched = System.nanoTime();
    this.process = launch();
  }

  /// Starts it and returns once it says that it is healthy.
  ///
  /// @param settings by their names in `application.yaml`; data folder and port are given
  public static Service start(Way way, Path data, Map<String, String> settings)
      throws IOException, InterruptedException {
    way.check();
    var service = new Service(way, data, settings);
    service.awaitReady();
    return service;
  }

  /// How long ago its process was executed, or, started by something else, was first there.
  public Duration age() {
    return Duration.ofNanos(System.nanoTime() - launched);
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /// Asks its JVM to collect all garbage now, by the JDK's own tool.
  ///
  /// @throws IOException when there is no such tool, or it could not
  public void collectGarbage() throws IOException, InterruptedException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var asked =
        new ProcessBuilder(jcmd, Long.toString(pid()), "GC.run")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (asked.waitFor() != 0) {
      throw new IOException(
          "jcmd could not ask process %d to collect its garbage".formatted(pid()));
    }
  }

  public long pid() {
    return handle().pid();
  }

  public Path data() {
    return data;
  }

  /// SIGSTOP: nothing of it moves until it is thawed or killed.
  public void freeze() throws IOException, InterruptedException {
    signal("STOP");
  }

  /// SIGCONT.
  public void thaw() throws IOException, InterruptedException {
    signal("CONT");
  }

  /// SIGKILL; returns when the process is gone.
  public void kill() throws InterruptedException {
    handle().destroyForcibly();
    process.destroyForcibly().waitFor();
  }

  /// Whether its process is there.
  public boolean isAlive() {
    return handle().isAlive();
  }

  /// Starts it again on the same folder and port.
  public void restart() throws IOException, InterruptedException {
    launched = System.nanoTime();
    application = Optional.empty();
    process = launch();
    awaitReady();
  }

  /// Asks it to end (SIGTERM); whether it did within half a minute. Otherwise it is killed.
  public boolean stop() {
    handle().destroy();
    try {
      if (process.waitFor(30, TimeUnit.SECONDS)) {
        return true;
      }
      kill();
    } catch (InterruptedException hurried) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    return false;
  }

  @Override
  public void close() {
    stop();
  }

  /// What it wrote, for when something went wrong.
  public Path log() {
    return data.resolveSibling(data.getFileName() + ".log");
  }

  private void signal(String name) throws IOException, InterruptedException {
    var told = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start();
    if (told.waitFor() != 0) {
      throw new IOException("the application is not there to be told " + name + "; see " + log());
    }
  }

  private Process launch() throws IOException {
    var words = new ArrayList<String>();
    words.add("--server.port=" + port);
    words.add("--relevo.data-dir=" + data);
    words.add("--relevo.trusted-proxies=" + TRUSTED_PROXIES);
    settings.forEach((name, value) -> words.add("--" + name + "=" + value));
    return new ProcessBuilder(way.command(words))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .start();
  }

  private void awaitReady() throws IOException, InterruptedException {
    var deadline = System.nanoTime() + READY_WITHIN.toNanos();
    while (!arrived() || !healthy()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        var ended = !process.isAlive();
        kill();
        throw new IOException(
            "the application %s; its last words:%n%s"
                .formatted(
                    ended ? "ended before it was healthy" : "did not become healthy in time",
                    lastWords()));
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
  }

  /// The folder with the log may be gone before anybody can look.
  private String lastWords() throws IOException {
    var lines = new String(Files.readAllBytes(log()), StandardCharsets.UTF_8).lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }

  private boolean arrived() {
    if (application.isEmpty()) {
      application = way.application(process);
      if (application.filter(it -> it.pid() != process.pid()).isPresent()) {
        launched = System.nanoTime();
      }
    }
    return application.isPresent();
  }

  private ProcessHandle handle() {
    return application.orElseGet(process::toHandle);
  }

  /// Whether it says that it is well; what is frozen says nothing.
  public boolean healthy() throws InterruptedException {
    var request =
        HttpRequest.newBuilder(url().resolve("/actuator/health"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
