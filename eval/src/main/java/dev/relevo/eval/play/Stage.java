package dev.relevo.eval.play;

import dev.relevo.bot.channel.whatsapp.GraphStandIn;
import dev.relevo.bot.channel.whatsapp.StatusReports;
import dev.relevo.eval.service.Service;
import dev.relevo.eval.service.Way;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/// The packaged application wired to a stand-in of Meta's Graph API, on an empty data folder.
public final class Stage implements AutoCloseable {

  /// With which the service tells its metrics, although a proxy is trusted.
  public static final String METRICS_TOKEN = "metrics of a service under test";

  /// Who owns the workspace.
  public static final String OWNER = "owner@example.org";

  public static final String PASSWORD = "not a secret: loopback";

  private static final GraphStandIn.Account ACCOUNT = GraphStandIn.Account.SAMPLE;

  private final GraphStandIn provider;
  private final Service service;

  private Stage(GraphStandIn provider, Service service) {
    this.provider = provider;
    this.service = service;
  }

  /// Starts both, wired together.
  ///
  /// @param latency how long the provider takes to answer a send
  /// @param statuses what it reports of each send: `sent`, `delivered`, `read`
  public static Stage set(
      Way way, Script script, Duration latency, List<String> statuses, long seed)
      throws IOException, InterruptedException {
    var stage = set(way, script, new GraphStandIn(ACCOUNT).slow(latency), Map.of());
    if (!statuses.isEmpty()) {
      stage.provider.reporting(new StatusReports(stage.webhook(), statuses, seed));
    }
    return stage;
  }

  /// Starts the application, wired to that provider, which is closed with it.
  ///
  /// @param more settings beside those of the wiring
  public static Stage set(Way way, Script script, GraphStandIn provider, Map<String, String> more)
      throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("relevo-eval");
    try {
      var settings = settings(provider, script.writeMatrix(folder.resolve("matrix.csv")));
      settings.putAll(more);
      return new Stage(provider, Service.start(way, folder.resolve("data"), settings));
    } catch (IOException | InterruptedException failed) {
      provider.close();
      throw failed;
    }
  }

  public GraphStandIn provider() {
    return provider;
  }

  public Service service() {
    return service;
  }

  public URI webhook() {
    return service.url().resolve("/webhooks/wa");
  }

  @Override
  public void close() {
    service.close();
    provider.close();
  }

  /// Removes the data folder, once closed; what the service wrote as its log stays.
  public void discard() throws IOException {
    FileSystemUtils.deleteRecursively(service.data());
  }

  /// What the application must be set to for these customers and this provider; the matrix holds
  /// the script's questions.
  public static Map<String, String> settings(GraphStandIn provider, Path matrix) {
    var settings = new HashMap<String, String>();
    settings.put("relevo.matrix", matrix.toString());
    settings.put("relevo.metrics.token", METRICS_TOKEN);
    settings.put("relevo.owner.email", OWNER);
    settings.put("relevo.owner.password", PASSWORD);
    var channel = "relevo.channels[0].";
    settings.put(channel + "id", "wa");
    settings.put(channel + "type", "whatsapp-cloud");
    settings.put(channel + "phone-number-id", ACCOUNT.phoneNumberId());
    settings.put(channel + "access-token", ACCOUNT.accessToken());
    settings.put(channel + "app-secret", ACCOUNT.appSecret());
    settings.put(channel + "verify-token", "word-of-the-webhook");
    settings.put(channel + "graph-url", provider.url().toString());
    settings.put(channel + "rate", "10000");
    return settings;
  }
}
