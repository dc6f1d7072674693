package dev.relevo.bot.console;

import dev.relevo.bot.access.Visit;
import dev.relevo.bot.standin.ModelStandIn;
import dev.relevo.crm.team.Role;
import java.util.Map;

/// A stand-in of a model that the running application's workspace is connected to, by its owner,
/// for as long as a test takes.
public final class ConnectedModel implements AutoCloseable {

  public static final String KEY = "sk-of-the-console";
  public static final String HEADER = "tenant-of-the-console";

  private static final String PAGE = "/console/assistants/model";
  private static final Visit OWNER = Visit.as(Role.OWNER);

  private final ModelStandIn provider = new ModelStandIn().requiring(KEY);

  public ConnectedModel() {
    var saved =
        OWNER.post(
            PAGE,
            Map.of(
                "address",
                provider.url().toString(),
                "name",
                ModelStandIn.MODEL,
                "key",
                KEY,
                "headers",
                "X-Tenant: " + HEADER,
                "prices",
                "*=0.15/0.60"));
    if (saved.statusCode() != 302) {
      throw new IllegalStateException("the model was not connected: " + saved.body());
    }
    goOnTo();
  }

  public ModelStandIn provider() {
    return provider;
  }

  /// Who connected it.
  public Visit owner() {
    return OWNER;
  }

  @Override
  public void close() {
    OWNER.post(PAGE + "/remove", Map.of());
    goOnTo();
    provider.close();
  }

  /// As a browser does after a form: what came of it is said there once, and not to the next test.
  private static void goOnTo() {
    OWNER.get(PAGE);
  }
}
