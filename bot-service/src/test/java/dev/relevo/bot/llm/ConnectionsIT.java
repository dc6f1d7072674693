package dev.relevo.bot.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.llm.Entered.Mistake;
import dev.relevo.bot.spend.TestSpending;
import dev.relevo.bot.standin.ModelAnswer;
import dev.relevo.bot.standin.ModelStandIn;
import dev.relevo.bot.standin.Script;
import dev.relevo.crm.TestCrm;
import dev.relevo.crm.team.MemberId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How a workspace is connected to a model of its own.
class ConnectionsIT {

  private static final String KEY = "sk-of-the-workspace";

  private final TestCrm crm = TestSpending.crm();
  private final MemberId eva = crm.aMember().id();
  private final TestModel replica = new TestModel(crm, TestModel.unset());
  private final Connections connections = replica.connections();

  @AfterEach
  void close() {
    replica.close();
  }

  @Test
  void beforeAnybodyConnectedOneThereIsNone() {
    assertThat(connections.state(crm.workspace()).origin()).isEqualTo(Connections.Origin.NONE);
    assertThat(replica.model().connected(crm.workspace())).isFalse();
    assertThat(connections.probe(crm.workspace()))
        .isInstanceOfSatisfying(
            Connections.Probe.Fails.class,
            it -> assertThat(it.trouble()).isEqualTo(Trouble.NONE_CONNECTED));
  }

  @Test
  void whatIsSavedIsReadBackWithoutTheKeyWhichLiesSealed() {
    assertThat(save(entered("https://api.example.com/v1/", KEY)))
        .isEqualTo(new Connections.Saved.Done());
    var state = connections.state(crm.workspace());
    assertThat(state)
        .isEqualTo(
            new Connections.State(
                Connections.Origin.OWN,
                "https://api.example.com/v1",
                "small",
                true,
                true,
                "small=0.15/0.60",
                Connections.Health.FINE));
    assertThat(replica.model().connected(crm.workspace())).isTrue();
    assertThat(row()).doesNotContain(KEY).doesNotContain("tenant-7").contains("api.example.com");
  }

  @Test
  void theKeyStaysWhenNoneIsEnteredButNeverGoesToAnotherAddress() {
    save(entered("https://api.example.com/v1", KEY));
    save(entered("https://api.example.com/v1", ""));
    assertThat(connections.state(crm.workspace()).keySet()).isTrue();
    save(new Entered("https://thief.example.com/v1", "small", "", "", ""));
    assertThat(connections.state(crm.workspace()).keySet()).isFalse();
    assertThat(connections.state(crm.workspace()).headersSet()).isFalse();
  }

  @Test
  void whatCannotBeTakenIsSaidAllAtOnce() {
    assertThat(save(new Entered("nowhere at all", " ", "ké y", "Host: x", "cheap")))
        .isEqualTo(
            new Connections.Saved.Wrong(
                List.of(
                    Mistake.ADDRESS, Mistake.HEADERS, Mistake.PRICES, Mistake.MODEL, Mistake.KEY)));
    assertThat(save(entered("http://api.example.com/v1", KEY)))
        .isEqualTo(new Connections.Saved.Wrong(List.of(Mistake.ADDRESS_NOT_SECURE)));
    assertThat(connections.state(crm.workspace()).origin()).isEqualTo(Connections.Origin.NONE);
  }

  @Test
  void anAddressOfAPrivateNetworkIsNotReached() {
    try (var provider = new ModelStandIn()) {
      for (var host : List.of("127.0.0.1", "localhost", "[::1]", "169.254.169.254", "10.0.0.1")) {
        save(entered("https://%s:%d/v1".formatted(host, provider.url().getPort()), KEY));
        assertThat(connections.probe(crm.workspace()))
            .isInstanceOfSatisfying(
                Connections.Probe.Fails.class,
                it -> assertThat(it.trouble()).as(host).isEqualTo(Trouble.HOST_PRIVATE));
      }
      assertThat(provider.log()).isEmpty();
    }
  }

  @Test
  void anOperatorsAddressMayLieAnywhereAndItsOwnersSeeOnlyTheModel() {
    try (var provider = new ModelStandIn().answering(Script.of(ModelAnswer.says("OK")));
        var operators = new TestModel(crm, TestModel.settings(provider.url().toString()))) {
      assertThat(operators.connections().probe(crm.workspace()))
          .isInstanceOf(Connections.Probe.Works.class);
      var state = operators.connections().state(crm.workspace());
      assertThat(state.origin()).isEqualTo(Connections.Origin.OPERATOR);
      assertThat(state.baseUrl()).isEmpty();
      assertThat(state.model()).isEqualTo(ModelStandIn.MODEL);
    }
  }

  @Test
  void aProbeSaysThatTheKeyIsRefused() {
    try (var provider = new ModelStandIn().requiring("another");
        var operators = new TestModel(crm, TestModel.settings(provider.url().toString()))) {
      assertThat(operators.connections().probe(crm.workspace()))
          .isEqualTo(new Connections.Probe.Fails(Trouble.KEY_REFUSED, "", ModelStandIn.MODEL));
    }
  }

  @Test
  void removingLeadsBackToTheOperatorsModel() {
    try (var provider = new ModelStandIn();
        var both = new TestModel(crm, TestModel.settings(provider.url().toString()))) {
      both.connections().save(crm.workspace(), entered("https://api.example.com/v1", KEY), eva);
      assertThat(both.connections().state(crm.workspace()).origin())
          .isEqualTo(Connections.Origin.OWN);
      both.connections().remove(crm.workspace(), eva);
      assertThat(both.connections().state(crm.workspace()).origin())
          .isEqualTo(Connections.Origin.OPERATOR);
    }
  }

  @Test
  void nothingSecretIsPrinted() {
    var entered = entered("https://api.example.com/v1", KEY);
    save(entered);
    assertThat(entered.toString() + TestModel.settings("https://x.example") + Headers.of("a: b"))
        .doesNotContain(KEY)
        .doesNotContain("secret-key")
        .doesNotContain("tenant-7");
  }

  private Connections.Saved save(Entered entered) {
    return connections.save(crm.workspace(), entered, eva);
  }

  private static Entered entered(String url, String key) {
    return new Entered(url, "small", key, "X-Tenant: tenant-7", "small=0.15/0.60");
  }

  private String row() {
    return crm.jdbc()
        .sql("SELECT c::text FROM bot.model_connection c WHERE workspace_id = :workspace")
        .param("workspace", crm.workspace().value())
        .query(String.class)
        .single();
  }
}
