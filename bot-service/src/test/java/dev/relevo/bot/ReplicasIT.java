package dev.relevo.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.access.Visit;
import dev.relevo.bot.channel.whatsapp.GraphStandIn;
import dev.relevo.bot.channel.whatsapp.StatusReports;
import dev.relevo.crm.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Packaged replicas on one PostgreSQL, behind one address: two start on an empty database at once,
/// one is killed while customers write, a third joins, the second is taken away as an upgrade does.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicasIT {

  private static final Duration TAKEN_OVER = Duration.ofSeconds(15);
  private static final String OWNER = "owner@example.org";
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final GraphStandIn PROVIDER =
      new GraphStandIn(GraphStandIn.Account.SAMPLE).slow(Duration.ofMillis(40));

  @TempDir static Path folder;

  private static Balancer balancer;
  private static PackagedApplication one;
  private static PackagedApplication two;
  private static PackagedApplication three;

  @BeforeAll
  static void startTwoAtOnce() throws Exception {
    balancer = new Balancer();
    PROVIDER.reporting(
        new StatusReports(balancer.at("/webhooks/wa"), List.of("sent", "delivered"), 1));
    run(TestDatabase.url(), "CREATE DATABASE replicas TEMPLATE template0");
    Crowd.matrix(folder.resolve("matrix.csv"));
    one = replica("one");
    two = replica("two");
    balancer.add(one.address());
    balancer.add(two.address());
  }

  @AfterAll
  static void stop() throws IOException {
    for (var replica : new PackagedApplication[] {one, two, three}) {
      if (replica != null) {
        replica.close();
      }
    }
    PROVIDER.close();
    balancer.close();
  }

  @Test
  @Order(1)
  void whenOneIsKilledTheOtherTakesItsLanesAndNothingIsLostDoubledOrDisordered() throws Exception {
    await("both hold lanes", () -> owners().size() == 2);
    try (var crowd = new Crowd(PROVIDER, balancer.at("/webhooks/wa"), 0, 40).begins()) {
      await("a third is written", () -> crowd.acknowledged() > crowd.messages() / 3);
      var before = owners();
      var onTheWire = PROVIDER.open().size();
      one.kill();
      var killed = Instant.now();
      balancer.remove(one.address());
      three = replica("three");
      await("its lanes are another's", () -> !owners().keySet().containsAll(before.keySet()));
      var seconds = Duration.between(killed, Instant.now()).toMillis() / 1000.0;
      await("everybody is answered", () -> crowd.came().lost() == 0);

      var came = crowd.came();
      System.out.printf(
          "replica killed: %d of %d messages acknowledged, lanes taken over in %.1f s, last answer after %.1f s, %d on the wire: %s%n",
          crowd.acknowledged(),
          crowd.messages(),
          seconds,
          Duration.between(killed, came.last()).toMillis() / 1000.0,
          onTheWire,
          came);
      assertThat(seconds).isLessThan(TAKEN_OVER.toSeconds());
      assertNothingWrong(came);
      assertThat(came.doubledSends()).isLessThanOrEqualTo(onTheWire);
    }
  }

  @Test
  @Order(2)
  void aVisitorGoesOnAtAnotherReplica() throws Exception {
    balancer.add(three.address());
    assertThat(two.ask("¿qué hay de horario?", three)).contains("R0R");
    assertThat(three.ask("¿qué hay de precio?", two)).contains("R1R");
  }

  @Test
  @Order(2)
  void whoSignedInAtOneIsSignedInAtAnother() throws Exception {
    var visit = new Visit();
    visit.get(two.address().resolve("/sign-in"));
    visit.post(
        two.address().resolve("/sign-in"), Map.of("email", OWNER, "password", Visit.PASSWORD));
    assertThat(visit.get(three.address().resolve("/console/me")).statusCode()).isEqualTo(200);
    assertThat(new Visit().get(three.address().resolve("/console/me")).statusCode()).isEqualTo(302);
  }

  @Test
  @Order(3)
  void oneThatIsStoppedGivesItsLanesBackAndNothingIsLostDoubledOrDisordered() throws Exception {
    await("both hold lanes", () -> owners().size() == 2);
    try (var crowd = new Crowd(PROVIDER, balancer.at("/webhooks/wa"), 1000, 40).begins()) {
      await("a third is written", () -> crowd.acknowledged() > crowd.messages() / 3);
      balancer.remove(two.address());
      var asked = Instant.now();
      two.close();
      two = null;
      var seconds = Duration.between(asked, Instant.now()).toMillis() / 1000.0;
      assertThat(owners()).as("it holds no lanes any more").hasSizeLessThanOrEqualTo(1);
      await("everybody is answered", () -> crowd.came().lost() == 0);

      var came = crowd.came();
      System.out.printf("replica stopped in %.1f s: %s%n", seconds, came);
      assertNothingWrong(came);
      assertThat(came.doubledSends()).isZero();
    }
  }

  private static void assertNothingWrong(Crowd.Came came) {
    assertThat(came.lost()).as("lost").isZero();
    assertThat(came.doubledReplies()).as("doubled replies").isZero();
    assertThat(came.wrongOrder()).as("wrong order").isZero();
    assertThat(came.strangers()).as("answers to nobody").isZero();
  }

  private static PackagedApplication replica(String name) throws IOException {
    var settings = new HashMap<String, String>();
    settings.put("RELEVO_DATABASE_URL", database());
    settings.put("RELEVO_SECRET_KEY", "the same on every replica, 32 characters");
    settings.put("RELEVO_OWNER_EMAIL", OWNER);
    settings.put("RELEVO_OWNER_PASSWORD", Visit.PASSWORD);
    settings.put("RELEVO_MATRIX", folder.resolve("matrix.csv").toString());
    for (var work : List.of("PAGES", "WEBHOOKS", "TURNS", "COURIERS")) {
      settings.put("RELEVO_DATABASE_CONNECTIONS_" + work, "4");
    }
    settings.put("RELEVO_CHANNELS_0_ID", "web");
    settings.put("RELEVO_CHANNELS_0_TYPE", "webchat");
    settings.put("RELEVO_CHANNELS_1_ID", "wa");
    settings.put("RELEVO_CHANNELS_1_TYPE", "whatsapp-cloud");
    settings.put("RELEVO_CHANNELS_1_PHONENUMBERID", PROVIDER.account().phoneNumberId());
    settings.put("RELEVO_CHANNELS_1_ACCESSTOKEN", PROVIDER.account().accessToken());
    settings.put("RELEVO_CHANNELS_1_APPSECRET", PROVIDER.account().appSecret());
    settings.put("RELEVO_CHANNELS_1_VERIFYTOKEN", "verify");
    settings.put("RELEVO_CHANNELS_1_GRAPHURL", PROVIDER.url().toString());
    settings.put("RELEVO_CHANNELS_1_RATE", "1000");
    return PackagedApplication.start(
        Files.createDirectories(folder.resolve(name)), Map.copyOf(settings));
  }

  private static String database() {
    return TestDatabase.url().replace("/postgres?", "/replicas?");
  }

  /// Who holds lanes, and how many shards of them.
  private static Map<String, Integer> owners() throws SQLException {
    var owners = new HashMap<String, Integer>();
    try (var connection = DriverManager.getConnection(database());
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT owner, count(*) FROM bot.shard WHERE owner IS NOT NULL GROUP BY owner")) {
      while (rows.next()) {
        owners.put(rows.getString(1), rows.getInt(2));
      }
    }
    return owners;
  }

  private static void run(String url, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    var end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("did not happen in time: " + what).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }
}
