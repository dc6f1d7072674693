package dev.relevo.bot.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.relevo.bot.Beside;
import dev.relevo.bot.setting.DataDirectory;
import dev.relevo.bot.setting.DataFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Beside
@Order(5)
class BackupIT {

  private static final String VERSION = "18.6.0";

  @TempDir static Path temporary;

  private static Path data;
  private static DataFolder folder;
  private static EmbeddedDatabase database;

  @BeforeAll
  static void aDatabaseAtWork() throws SQLException {
    data = temporary.resolve("data");
    folder = new DataDirectory(data).open();
    folder.kept("secret.key", () -> "the key that opens what is sealed");
    database = EmbeddedDatabase.start(folder, VERSION, 8);
    execute("CREATE TABLE crm.said (number int PRIMARY KEY, words text)");
  }

  @AfterAll
  static void stop() {
    database.close();
    folder.close();
  }

  @Test
  void bringsBackEverythingThatWasCommittedBeforeItWasBegunWhileWritingGoesOn() throws Exception {
    var writer = new Writer();
    writer.until(2_000);
    var before = writer.committed.get();
    var file = temporary.resolve("busy.backup");
    var said = command(data, "backup", file);
    var after = writer.stop();

    assertThat(said).startsWith("0: Backup of").contains(file.toString(), "MB");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    var restored = temporary.resolve("restored");
    assertThat(command(restored, "restore", file)).startsWith("0: Restored").contains("restored");
    try (var theirs = new DataDirectory(restored).open();
        var copy = EmbeddedDatabase.start(theirs, VERSION, 1)) {
      var there = ask(copy, "SELECT count(*) FROM crm.said");
      assertThat(there).isBetween(before, after);
      assertThat(ask(copy, "SELECT max(number) + 1 FROM crm.said")).isEqualTo(there);
      assertThat(theirs.kept("secret.key", () -> "another")).startsWith("the key that opens");
      assertThat(ask(copy, "SELECT count(*) FROM pg_replication_slots")).isZero();
    }
    System.out.printf(
        "backup of %d bytes while %d rows became %d%n", Files.size(file), before, after);
  }

  @Test
  void aBackupOfAStoppedRelevoNeedsNothingElse(@TempDir Path other) throws Exception {
    var stopped = other.resolve("data");
    try (var theirs = new DataDirectory(stopped).open()) {
      EmbeddedDatabase.start(theirs, VERSION, 1).close();
    }
    var file = other.resolve("stopped.backup");
    assertThat(command(stopped, "backup", file)).startsWith("0: ");
    assertThat(stopped.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
    assertThat(command(other.resolve("restored"), "restore", file)).startsWith("0: ");
  }

  @Test
  void refusesAFileThatIsNotAWholeBackupAndLeavesNothing(@TempDir Path other) throws Exception {
    var whole = other.resolve("whole.backup");
    assertThat(command(data, "backup", whole)).startsWith("0: ");
    var bytes = Files.readAllBytes(whole);
    for (var kept : List.of(0, 10, 1_000, bytes.length / 2, bytes.length - 1)) {
      var cut = Files.write(other.resolve("cut"), Arrays.copyOf(bytes, kept));
      assertRefused(other.resolve("new"), cut);
    }
    bytes[bytes.length / 2] ^= 1;
    assertRefused(other.resolve("new"), Files.write(other.resolve("changed"), bytes));
    assertThat(command(other.resolve("new"), "restore", other.resolve("missing")))
        .startsWith("1: There is no backup");
    assertThat(other.resolve("new")).doesNotExist();
  }

  @Test
  void refusesToOverwriteAnything(@TempDir Path other) throws Exception {
    var file = Files.writeString(other.resolve("a file"), "mine");
    assertThat(command(data, "backup", file)).startsWith("1: There is a file");
    assertThat(file).hasContent("mine");
    assertThat(command(data, "restore", file)).startsWith("1: Relevo already runs on");
    assertThat(command(other, "restore", file)).startsWith("1: There is something in");
    assertThat(command(other.resolve("none"), "backup", other.resolve("new")))
        .startsWith("1: There is no database");
    assertThat(other).isDirectoryContaining(it -> it.equals(file));
  }

  @Test
  void aStartRefusesAFolderInWhichARestoreWasCutOff(@TempDir Path other) throws Exception {
    Files.createDirectories(other.resolve(DataFolder.UNFINISHED));
    assertThat(command(other, "restore", other.resolve("any"))).startsWith("1: There is something");
    assertThat(catchThrowable(() -> new DataDirectory(other).open()))
        .hasMessageContaining("did not come to its end");
  }

  private static void assertRefused(Path into, Path file) throws IOException {
    assertThat(command(into, "restore", file))
        .startsWith("1: The backup")
        .contains(file.toString(), "nothing was restored");
    assertThat(into).doesNotExist();
  }

  /// The exit code and what was said.
  private static String command(Path data, String word, Path file) {
    var said = new ByteArrayOutputStream();
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);
    var arguments =
        List.of(word, file.toString(), "--relevo.data-dir=" + data, "--relevo.database.url=");
    assertThat(Safekeeping.isAskedFor(arguments)).isTrue();
    var code = Safekeeping.run(arguments, out, out);
    return code + ": " + said.toString(StandardCharsets.UTF_8).strip();
  }

  /// Commits a row at a time, each with the next number.
  private static final class Writer {

    private final AtomicInteger committed = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Thread thread = Thread.ofVirtual().start(this::write);

    private void write() {
      try (var connection = database.application().connect();
          var insert =
              connection.prepareStatement(
                  "INSERT INTO crm.said SELECT ?, repeat(md5(random()::text), 20)")) {
        while (!stopped.get()) {
          insert.setInt(1, committed.get());
          insert.execute();
          committed.incrementAndGet();
        }
      } catch (SQLException failed) {
        throw new IllegalStateException(failed);
      }
    }

    void until(int rows) {
      while (committed.get() < rows) {
        assertThat(thread.isAlive()).isTrue();
        LockSupport.parkNanos(1_000_000);
      }
    }

    int stop() throws InterruptedException {
      stopped.set(true);
      thread.join();
      return committed.get();
    }
  }

  private static void execute(String sql) throws SQLException {
    try (var connection = database.owner().connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int ask(EmbeddedDatabase database, String sql) throws SQLException {
    try (var connection = database.owner().connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
