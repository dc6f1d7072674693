package dev.relevo.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.channel.Channel;
import dev.relevo.bot.channel.FakeChannel;
import dev.relevo.crm.contact.ContactId;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PacerTests {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private final Pacer pacer = new Pacer(() -> 1);

  @Test
  void keepsToTheChannelsRateOverAllCustomers() {
    var channel = paced(80, Duration.ZERO, 1);
    var admitted =
        IntStream.range(0, 10_000)
            .filter(it -> pacer.admit(channel, new ContactId(it % 500 + 1), NOON.plusMillis(it)))
            .count();
    assertThat(admitted).isBetween(795L, 810L);
  }

  @Test
  void aReplicaWithAQuarterOfTheLanesSendsAtAQuarterOfThePace() {
    var quarter = new Pacer(() -> 0.25);
    var channel = paced(80, Duration.ZERO, 1);
    var admitted =
        IntStream.range(0, 10_000)
            .filter(it -> quarter.admit(channel, new ContactId(it % 500 + 1), NOON.plusMillis(it)))
            .count();
    assertThat(admitted).isBetween(198L, 204L);
  }

  @Test
  void letsABurstGoToACustomerAndThenOneInSixSeconds() {
    var channel = paced(1000, Duration.ofSeconds(6), 5);
    var customer = new ContactId(7);
    var admitted =
        IntStream.range(0, 600)
            .filter(it -> pacer.admit(channel, customer, NOON.plusMillis(it * 100L)))
            .count();
    assertThat(admitted).isBetween(14L, 15L);
    assertThat(pacer.admit(channel, new ContactId(8), NOON.plusSeconds(60))).isTrue();
  }

  @Test
  void holdsALaneThatMustWaitUntilItMayGoAgain() {
    var channel = paced(1000, Duration.ofSeconds(6), 1);
    var customer = new ContactId(7);
    assertThat(pacer.admit(channel, customer, NOON)).isTrue();
    assertThat(pacer.admit(channel, customer, NOON.plusSeconds(1))).isFalse();
    assertThat(pacer.heldLanes(NOON.plusSeconds(1))).containsExactly(customer);
    assertThat(pacer.heldLanes(NOON.plusSeconds(6))).isEmpty();
    assertThat(pacer.admit(channel, customer, NOON.plusSeconds(6))).isTrue();
  }

  @Test
  void holdsWhatAProviderAskedToWait() {
    var channel = paced(1000, Duration.ZERO, 1);
    pacer.hold(channel.id(), NOON.plusSeconds(3));
    pacer.hold(channel.id(), NOON.plusSeconds(1));
    assertThat(pacer.heldChannels(NOON.plusSeconds(2))).containsExactly(channel.id());
    assertThat(pacer.heldChannels(NOON.plusSeconds(3))).isEmpty();
  }

  @Test
  void beginsWithFullMeasuresWhenTheClockWasPutBack() {
    var channel = paced(1, Duration.ofSeconds(6), 1);
    var customer = new ContactId(7);
    assertThat(pacer.admit(channel, customer, NOON)).isTrue();
    pacer.hold(customer, NOON.plusSeconds(60));
    var before = NOON.minusSeconds(3600);
    assertThat(pacer.heldLanes(before)).isEmpty();
    assertThat(pacer.admit(channel, customer, before)).isTrue();
    assertThat(pacer.admit(channel, customer, before.plusMillis(1))).isFalse();
  }

  private static FakeChannel paced(double perSecond, Duration perCustomer, int burst) {
    return new FakeChannel("paced", new WorkspaceId(1))
        .pacedBy(new Channel.Pace(perSecond, perCustomer, burst));
  }
}
