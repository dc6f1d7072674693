package dev.relevo.bot.llm;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.relevo.bot.spend.TestSpending;
import dev.relevo.bot.standin.ModelAnswer;
import dev.relevo.bot.standin.ModelStandIn;
import dev.relevo.bot.standin.Script;
import dev.relevo.crm.TestCrm;
import dev.relevo.crm.team.MemberId;
import dev.relevo.knowledge.fetch.Reach;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a model's address that somebody entered may lead. This machine stands for the public
/// internet here, and plain http for https.
class EnteredAddressesIT {

  private final ModelStandIn provider =
      new ModelStandIn().answering(Script.of(ModelAnswer.says("OK")));
  private final TestCrm crm = TestSpending.crm();
  private final MemberId eva = crm.aMember().id();

  @AfterEach
  void close() {
    provider.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "169.254.169.254",
        "10.0.0.8",
        "172.16.3.4",
        "192.168.1.1",
        "100.64.1.1",
        "0.0.0.0",
        "fe80::1",
        "fd00:ec2::254",
        "::ffff:10.0.0.8",
      })
  void aNameOfAPrivateNetworkIsNotReachedWhateverElseItIs(String address) {
    Reach.Names names =
        _ -> new InetAddress[] {InetAddress.getLoopbackAddress(), InetAddress.ofLiteral(address)};
    try (var replica = replica(names)) {
      assertThat(probe(replica, "model.example")).isEqualTo(Trouble.HOST_PRIVATE);
      assertThat(provider.log()).isEmpty();
    }
  }

  /// What was checked is connected to: a name that has another address the second time is not
  /// looked up a second time, and refused when it is.
  @Test
  void aNameThatChangesItsAddressLeadsNowhereElse() {
    var lookups = new AtomicInteger();
    Reach.Names rebinding =
        _ ->
            new InetAddress[] {
              lookups.incrementAndGet() == 1
                  ? InetAddress.getLoopbackAddress()
                  : InetAddress.ofLiteral("169.254.169.254")
            };
    try (var replica = replica(rebinding)) {
      enter(replica, "rebind.example", provider.url().getPort());
      assertThat(replica.connections().probe(crm.workspace()))
          .isInstanceOf(Connections.Probe.Works.class);
      assertThat(lookups).hasValue(1);

      assertThat(probe(replica, "rebind-two.example")).isEqualTo(Trouble.HOST_PRIVATE);
      assertThat(provider.log()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void isNotLedElsewhereByARedirect(int status) throws Exception {
    var asked = new AtomicInteger();
    var leading = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    leading.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.getResponseHeaders().set("Location", provider.url() + "/chat/completions");
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    leading.start();
    Reach.Names here = _ -> new InetAddress[] {InetAddress.getLoopbackAddress()};
    try (var replica = replica(here)) {
      enter(replica, "leading.example", leading.getAddress().getPort());
      assertThat(replica.connections().probe(crm.workspace()))
          .isInstanceOf(Connections.Probe.Fails.class);
      assertThat(asked).hasPositiveValue();
      assertThat(provider.log()).isEmpty();
    } finally {
      leading.stop(0);
    }
  }

  private TestModel replica(Reach.Names names) {
    return new TestModel(crm, TestModel.unset(true), Reach.ofInternetAndLoopback(names).resolver());
  }

  private Trouble probe(TestModel replica, String host) {
    enter(replica, host, provider.url().getPort());
    return replica.connections().probe(crm.workspace()) instanceof Connections.Probe.Fails fails
        ? fails.trouble()
        : Trouble.NOT_ALLOWED;
  }

  private void enter(TestModel replica, String host, int port) {
    var address = "http://%s:%d/v1".formatted(host, port);
    assertThat(
            replica
                .connections()
                .save(crm.workspace(), new Entered(address, "small", "sk-1", "", ""), eva))
        .isEqualTo(new Connections.Saved.Done());
  }
}
