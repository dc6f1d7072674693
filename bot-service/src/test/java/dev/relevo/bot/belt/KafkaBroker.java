package dev.relevo.bot.belt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/// A real broker (KRaft, its own controller) as a process of its own, on this machine's loopback
/// address. Its classes come with `-Plong`.
public final class KafkaBroker implements AutoCloseable {

  private static final Duration READY_WITHIN = Duration.ofMinutes(3);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final Path folder;
  private final int port;
  private final Path settings;
  private Process process;

  private KafkaBroker(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    this.port = freePort();
    this.settings = Files.writeString(folder.resolve("server.properties"), properties(freePort()));
    assertThat(
            java(
                    "kafka.tools.StorageTool",
                    "format",
                    "--standalone",
                    "-t",
                    Uuid.randomUuid().toString(),
                    "-c",
                    settings.toString())
                .waitFor())
        .as("its storage is formatted: " + log())
        .isZero();
    this.process = run();
  }

  /// Starts one and returns once it answers.
  public static KafkaBroker start() throws IOException, InterruptedException {
    var broker = new KafkaBroker(Files.createTempDirectory("relevo-kafka"));
    broker.awaitReady();
    return broker;
  }

  /// For `relevo.kafka.bootstrap-servers`.
  public String address() {
    return "127.0.0.1:" + port;
  }

  /// `kill -9`.
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// Starts it again on what it has kept.
  public void restart() throws IOException, InterruptedException {
    process = run();
    awaitReady();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private Process run() throws IOException {
    return java("kafka.Kafka", settings.toString());
  }

  private Process java(String... words) throws IOException {
    var command = new ArrayList<String>();
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx384m",
            "-cp",
            System.getProperty("java.class.path")));
    command.addAll(List.of(words));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .start();
  }

  private Path log() {
    return folder.resolve("broker.log");
  }

  private void awaitReady() throws InterruptedException {
    var end = System.nanoTime() + READY_WITHIN.toNanos();
    try (var admin = Admin.create(Map.of("bootstrap.servers", address()))) {
      while (true) {
        try {
          assertThat(admin.describeCluster().nodes().get(5, TimeUnit.SECONDS)).hasSize(1);
          return;
        } catch (ExecutionException | java.util.concurrent.TimeoutException notYet) {
          assertThat(process.isAlive()).as("it runs; see " + log()).isTrue();
          assertThat(System.nanoTime()).as("it answers; see " + log()).isLessThan(end);
          LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
      }
    }
  }

  /// Every message is on disk before it counts: one broker has nobody else who would have it.
  private String properties(int controller) {
    return """
    process.roles=broker,controller
    node.id=1
    listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
    advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
    controller.listener.names=CONTROLLER
    controller.quorum.bootstrap.servers=127.0.0.1:%2$d
    log.dirs=%3$s
    log.flush.interval.messages=1
    log.cleaner.dedupe.buffer.size=8388608
    auto.create.topics.enable=false
    offsets.topic.num.partitions=1
    offsets.topic.replication.factor=1
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1
    """
        .formatted(port, controller, folder.resolve("data"));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
