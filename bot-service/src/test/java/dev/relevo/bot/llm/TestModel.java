package dev.relevo.bot.llm;

import dev.relevo.bot.setting.Secrets;
import dev.relevo.bot.spend.Spending;
import dev.relevo.bot.spend.TestSpending;
import dev.relevo.bot.standin.ModelStandIn;
import dev.relevo.crm.TestCrm;
import dev.relevo.knowledge.fetch.Reach;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.transaction.PlatformTransactionManager;

/// The room on a test's database: one replica.
public final class TestModel implements AutoCloseable {

  /// What the stand-in is said to cost: a million tokens read and written.
  static final String PRICES = "*=1/2";

  private static final Secrets SECRETS =
      new Secrets("a secret of the tests' own".getBytes(StandardCharsets.UTF_8));

  private final TestCrm crm;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Sources sources;
  private final Wire wire;
  private final OpenAiModel model;
  private final Connections connections;

  TestModel(TestCrm crm, ModelSettings settings) {
    this(crm, settings, Reach.ofInternet(Reach.WEB).resolver());
  }

  /// @param names where addresses that people enter may lead
  TestModel(TestCrm crm, ModelSettings settings, DnsResolver names) {
    this.crm = crm;
    this.sources = new Sources(new ConnectionTable(crm.jdbc()), SECRETS, settings, crm.clock());
    this.wire = new Wire(names);
    var endpoints = new Endpoints(settings, meters);
    var spending = crm.bean(Spending.class);
    var counts = new ModelMeters(meters);
    var calling = new Calling(wire, spending, counts, settings);
    this.model = new OpenAiModel(sources, endpoints, spending, calling, counts, settings);
    this.connections =
        new Connections(
            sources,
            endpoints,
            model,
            settings,
            crm.journal(),
            crm.bean(PlatformTransactionManager.class));
  }

  /// Connected by who runs Relevo to this stand-in, in a new workspace.
  public static TestModel at(ModelStandIn provider) {
    return new TestModel(TestSpending.crm(), settings(provider.url().toString()));
  }

  static ModelSettings settings(String url) {
    return new ModelSettings(
        url,
        "secret-key",
        ModelStandIn.MODEL,
        "X-Title: Relevo",
        PRICES,
        Duration.ofSeconds(12),
        Duration.ofMillis(300),
        false);
  }

  static ModelSettings unset() {
    return unset(false);
  }

  /// @param plain whether an address without encryption may be entered
  static ModelSettings unset(boolean plain) {
    return new ModelSettings(
        "", "", "", "", "", Duration.ofSeconds(12), Duration.ofSeconds(15), plain);
  }

  public TestCrm crm() {
    return crm;
  }

  public LanguageModel model() {
    return model;
  }

  Connections connections() {
    return connections;
  }

  SimpleMeterRegistry meters() {
    return meters;
  }

  @Override
  public void close() {
    wire.close();
  }
}
