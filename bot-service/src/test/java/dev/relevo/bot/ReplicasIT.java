package dev.relevo.bot;

import static dev.relevo.bot.Fleet.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.access.Visit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Two replicas start on an empty database at once, one is killed while customers write, a third
/// joins, the second is taken away as an upgrade does.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Beside
@Order(6)
class ReplicasIT {

  private static final Duration TAKEN_OVER = Duration.ofSeconds(15);

  @TempDir static Path folder;

  private static Fleet fleet;

  @BeforeAll
  static void startTwoAtOnce() throws Exception {
    fleet = new Fleet("replicas", folder, Map.of());
    fleet.start("one");
    fleet.start("two");
    fleet.admit("one");
    fleet.admit("two");
  }

  @AfterAll
  static void stop() throws IOException {
    fleet.close();
  }

  @Test
  @Order(1)
  void whenOneIsKilledTheOtherTakesItsLanesAndNothingIsLostDoubledOrDisordered() throws Exception {
    await("both hold lanes", () -> fleet.owners().size() == 2);
    try (var crowd = fleet.crowd(0, 40)) {
      await("a third is written", () -> crowd.acknowledged() > crowd.messages() / 3);
      var before = fleet.owners().keySet();
      var onTheWire = fleet.provider().open().size();
      var killed = Instant.now();
      fleet.kill("one");
      fleet.start("three");
      await("its lanes are another's", () -> !fleet.owners().keySet().containsAll(before));
      var takenOver = since(killed);
      await("everybody is answered", () -> crowd.came().lost() == 0);

      var came = crowd.came();
      System.out.printf(
          "replica killed: lanes taken over in %.1f s, %d on the wire, last answer after %.1f s: %s%n",
          seconds(takenOver), onTheWire, seconds(Duration.between(killed, came.last())), came);
      assertThat(takenOver).isLessThan(TAKEN_OVER);
      came.assertNothingWrong();
      assertThat(came.doubledSends()).isLessThanOrEqualTo(onTheWire);
    }
  }

  @Test
  @Order(2)
  void aVisitorGoesOnAtAnotherReplica() throws Exception {
    fleet.admit("three");
    var two = fleet.replica("two");
    var three = fleet.replica("three");
    assertThat(two.ask("¿qué hay de horario?", three)).contains("R0R");
    assertThat(three.ask("¿qué hay de precio?", two)).contains("R1R");
  }

  @Test
  @Order(2)
  void aPageThatIsOpenAtOneReplicaShowsWhatWasSaidAndAnsweredAtAnother() throws Exception {
    var told =
        fleet
            .replica("two")
            .tell("¿qué hay de horario?", "¿qué hay de precio?", fleet.replica("three"));
    assertThat(told)
        .satisfiesExactly(
            it -> assertThat(it).contains("R0R"), it -> assertThat(it).contains("R1R"));
  }

  @Test
  @Order(3)
  void whoSignedInAtOneIsSignedInAtAnother() throws Exception {
    var visit = new Visit();
    var signIn = fleet.replica("two").address().resolve("/sign-in");
    var elsewhere = fleet.replica("three").address().resolve("/console/me");
    visit.get(signIn);
    visit.post(signIn, Map.of("email", Fleet.OWNER, "password", Visit.PASSWORD));
    assertThat(visit.get(elsewhere).statusCode()).isEqualTo(200);
    assertThat(new Visit().get(elsewhere).statusCode()).isEqualTo(302);
    // All three found the same settings for the first owner; one of them made it.
    var audit = elsewhere.resolve("/console/settings/audit/file");
    assertThat(visit.get(audit).body()).containsOnlyOnce("Se unió al equipo");
  }

  @Test
  @Order(4)
  void oneThatIsStoppedGivesItsLanesBackAndNothingIsLostDoubledOrDisordered() throws Exception {
    await("both hold lanes", () -> fleet.owners().size() == 2);
    try (var crowd = fleet.crowd(1000, 40)) {
      await("a third is written", () -> crowd.acknowledged() > crowd.messages() / 3);
      var asked = Instant.now();
      fleet.stop("two");
      var stopped = since(asked);
      assertThat(fleet.owners()).as("it holds no lanes any more").hasSizeLessThanOrEqualTo(1);
      await("everybody is answered", () -> crowd.came().lost() == 0);

      var came = crowd.came();
      System.out.printf("replica stopped in %.1f s: %s%n", seconds(stopped), came);
      came.assertNothingWrong();
      assertThat(came.doubledSends()).isZero();
    }
  }

  private static Duration since(Instant then) {
    return Duration.between(then, Instant.now());
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
