package dev.relevo.bot.browser;

import dev.relevo.bot.BotService;
import dev.relevo.bot.channel.whatsapp.GraphStandIn;
import dev.relevo.bot.standin.DialogflowStandIn;
import dev.relevo.bot.trace.TraceCollector;
import dev.relevo.crm.TestDatabase;
import dev.relevo.knowledge.sheet.GoogleStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The whole application in this JVM, on a database of its own, with the Spanish sample and a web
/// chat `web` that `https://tienda.example` may use, a WhatsApp number `whatsapp` at a stand-in of
/// Meta's, stand-ins of Google's for sheets and Dialogflow, a collector of traces, and a proxy at
/// 127.0.0.1; its console may connect models on this machine. Started once for all tests that ask,
/// and not stopped in an orderly way: the database server goes first when the JVM ends.
public final class RunningApplication {

  /// A page that may use the web chat.
  public static final String SHOP = "https://tienda.example";

  /// Who may read its metrics.
  public static final String METRICS_TOKEN = "who-reads-the-numbers";

  private static final RunningApplication SHARED = new RunningApplication();

  private final GraphStandIn meta = new GraphStandIn(GraphStandIn.Account.SAMPLE);
  private final GoogleStandIn google = new GoogleStandIn();
  private final DialogflowStandIn agent = new DialogflowStandIn(DialogflowStandIn.Agent.SAMPLE);
  private final TraceCollector collector = new TraceCollector();
  private final ConfigurableApplicationContext context;

  private RunningApplication() {
    context =
        new SpringApplicationBuilder(BotService.class)
            .registerShutdownHook(false)
            .run(
                "--server.port=0",
                "--relevo.data-dir=" + folder(),
                "--relevo.trusted-proxies=127.0.0.1,::1/128",
                "--relevo.database.url=" + TestDatabase.empty("application_" + System.nanoTime()),
                "--relevo.channels[0].id=web",
                "--relevo.channels[0].type=webchat",
                "--relevo.channels[0].allowed-origins[0]=" + SHOP,
                "--relevo.channels[1].id=web-otra",
                "--relevo.channels[1].type=webchat",
                "--relevo.channels[2].id=whatsapp",
                "--relevo.channels[2].type=whatsapp-cloud",
                "--relevo.channels[2].phone-number-id=" + meta.account().phoneNumberId(),
                "--relevo.channels[2].access-token=" + meta.account().accessToken(),
                "--relevo.channels[2].app-secret=" + meta.account().appSecret(),
                "--relevo.channels[2].verify-token=una-palabra",
                "--relevo.channels[2].graph-url=" + meta.url(),
                "--relevo.model.private-addresses=true",
                "--relevo.metrics.token=" + METRICS_TOKEN,
                "--relevo.traces.endpoint=" + collector.endpoint(),
                "--relevo.dialogflow.endpoint=" + agent.endpoint(),
                "--relevo.sheets.every=1s",
                "--relevo.sheets.api-url=" + google.google().root(),
                "--relevo.sheets.token-url=" + google.google().tokens());
  }

  public static RunningApplication shared() {
    return SHARED;
  }

  public URI url(String path) {
    return URI.create(
        "http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path);
  }

  /// What stands in for Meta.
  public GraphStandIn meta() {
    return meta;
  }

  /// What stands in for Google.
  public GoogleStandIn google() {
    return google;
  }

  /// What stands in for Dialogflow; no workspace is connected to it by itself.
  public DialogflowStandIn agent() {
    return agent;
  }

  /// What is told of its messages.
  public TraceCollector collector() {
    return collector;
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  private static String folder() {
    try {
      var folder = Files.createTempDirectory("relevo-application");
      folder.toFile().deleteOnExit();
      return folder.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
