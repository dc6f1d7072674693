package dev.relevo.eval.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/// Where a JVM spends its time: its own flight recorder, read into text.
final class Profile {

  private static final String OURS = "dev.relevo.";
  private static final int SHOWN = 40;

  private final Map<String, Double> threads = new HashMap<>();
  private final Map<String, Double> kinds = new HashMap<>();
  private final Map<String, Double> rooms = new HashMap<>();
  private final Map<String, Double> callers = new HashMap<>();
  private final Map<String, Double> methods = new HashMap<>();
  private int samples;
  private Duration paused = Duration.ZERO;

  private Profile() {}

  /// Begins to record.
  static void begin(long pid) throws IOException, InterruptedException {
    command(pid, "JFR.start", "name=load", "settings=profile");
  }

  /// Ends the recording; what it tells, as text.
  static String end(long pid) throws IOException, InterruptedException {
    var file = Files.createTempFile("relevo-load", ".jfr");
    command(pid, "JFR.stop", "name=load", "filename=" + file);
    var profile = new Profile();
    try (var recording = new RecordingFile(file)) {
      while (recording.hasMoreEvents()) {
        profile.add(recording.readEvent());
      }
    }
    Files.delete(file);
    return profile.text();
  }

  private static void command(long pid, String... words) throws IOException, InterruptedException {
    var program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var command = new ProcessBuilder(program, Long.toString(pid));
    command.command().addAll(List.of(words));
    command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    if (command.start().waitFor() != 0) {
      throw new IOException("the application cannot be profiled: %s failed".formatted(words[0]));
    }
  }

  private void add(RecordedEvent event) {
    switch (event.getEventType().getName()) {
      case "jdk.ExecutionSample" -> sample(event);
      case "jdk.ThreadCPULoad" -> load(event);
      case "jdk.GarbageCollection" -> paused = paused.plus(event.getDuration("sumOfPauses"));
      default -> {}
    }
  }

  private void sample(RecordedEvent event) {
    if (event.getStackTrace() == null || event.getStackTrace().getFrames().isEmpty()) {
      return;
    }
    samples++;
    var frames = event.getStackTrace().getFrames();
    var thread = event.getThread("sampledThread");
    count(threads, thread == null ? "" : String.valueOf(thread.getJavaName()));
    count(methods, name(frames.getFirst()));
    var ours =
        frames.stream()
            .filter(it -> it.getMethod().getType().getName().startsWith(OURS))
            .findFirst();
    count(callers, ours.map(Profile::name).orElse("none of ours"));
    count(rooms, ours.map(Profile::room).orElse("none of ours"));
  }

  /// Shares of the whole machine, each over one period; only their proportion is told.
  private void load(RecordedEvent event) {
    var thread = event.getThread("eventThread");
    if (thread != null) {
      var name = thread.getJavaName() == null ? thread.getOSName() : thread.getJavaName();
      kinds.merge(
          name.replaceAll("\\d+", "#"),
          (double) event.getFloat("user") + event.getFloat("system"),
          Double::sum);
    }
  }

  private static void count(Map<String, Double> counts, String name) {
    counts.merge(name.replaceAll("\\d+", "#"), 1.0, Double::sum);
  }

  private static String name(RecordedFrame frame) {
    var type = frame.getMethod().getType().getName();
    return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethod().getName();
  }

  private static String room(RecordedFrame frame) {
    var type = frame.getMethod().getType().getName();
    return type.substring(OURS.length(), type.lastIndexOf('.'));
  }

  private String text() {
    return "%d samples; the collector paused %d ms%n".formatted(samples, paused.toMillis())
        + table("processor time by platform thread (virtual threads run on ForkJoinPool)", kinds)
        + table("samples by thread", threads)
        + table("samples by the innermost room of ours", rooms)
        + table("samples by the innermost method of ours", callers)
        + table("samples by innermost method", methods);
  }

  private static String table(String title, Map<String, Double> shares) {
    var sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    var text = new StringBuilder("\n").append(title).append('\n');
    shares.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(SHOWN)
        .forEach(it ->
            text.append(
                String.format(
                    Locale.ROOT, "%6.1f %%  %s%n", 100 * it.getValue() / sum, it.getKey())));
    return text.toString();
  }
}
