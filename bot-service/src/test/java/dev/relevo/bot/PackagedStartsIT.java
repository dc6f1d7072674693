package dev.relevo.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Starts of the packaged application that need nothing of each other: refused ones, one as an
/// ordinary user from its one file, one that must come from what the rehearsal left. Those that get
/// as far as the database share a data folder.
@Beside
@Order(1)
class PackagedStartsIT {

  @TempDir static Path folder;

  @Test
  void refusesAFolderItCannotWrite() throws Exception {
    var file = Files.createTempFile("relevo", ".file");
    try (var application = PackagedApplication.start(file.resolve("data"))) {
      application.refuses("cannot be written", file.toString(), "RELEVO_DATA_DIR");
    }
    Files.delete(file);
  }

  @Test
  void refusesADatabaseItCannotEnter(@TempDir Path other) throws Exception {
    var unreachable =
        Map.of(
            "RELEVO_DATABASE_URL",
            "jdbc:postgresql://127.0.0.1:1/relevo",
            "RELEVO_DATABASE_USER",
            "u");
    PackagedApplication.refuses(
        other, unreachable, "127.0.0.1:1", "RELEVO_DATABASE_URL", "cannot be reached");
  }

  @Test
  void refusesWrongSettingsByName(@TempDir Path other) throws Exception {
    PackagedApplication.refuses(other, Map.of("SERVER_PORT", "abc"), "SERVER_PORT", "abc");
    PackagedApplication.refuses(
        other, Map.of("RELEVO_PUBLIC_URL", "chat.example"), "RELEVO_PUBLIC_URL", "chat.example");
    PackagedApplication.refuses(
        other,
        Map.of("RELEVO_DATABASE_CONNECTIONS_PAGES", "x"),
        "RELEVO_DATABASE_CONNECTIONS_PAGES",
        "a whole number");
    assertThat(other).isEmptyDirectory();
    PackagedApplication.refuses(
        folder.resolve("data"),
        Map.of("RELEVO_CHANNELS_0_ID", "quito", "RELEVO_CHANNELS_0_TYPE", "fax"),
        "relevo.channels[0].type is \"fax\"",
        "webchat, whatsapp-cloud");
  }

  @Test
  void refusesATakenPortAndLeavesNoServerBehind() throws Exception {
    try (var taken = new ServerSocket(0)) {
      var port = Integer.toString(taken.getLocalPort());
      PackagedApplication.refuses(
          folder.resolve("data"), Map.of("SERVER_PORT", port), "Port " + port, "SERVER_PORT");
    }
    assertThat(folder.resolve("data/postgres/cluster")).isDirectory();
    assertThat(folder.resolve("data/postgres/cluster/postmaster.pid")).doesNotExist();
  }

  /// The other tests run as whoever builds; where that is root, this one is an ordinary user.
  @Test
  void runsAsAnOrdinaryUserToo() throws Exception {
    assumeThat(System.getProperty("user.name")).isEqualTo("root");
    var home = Files.createTempDirectory("relevo-nobody");
    Files.setAttribute(home, "unix:uid", 65534);
    var nobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
    assumeThat(
            new ProcessBuilder(with(nobody, "test", "-r", System.getProperty("relevo.packaged")))
                .start()
                .waitFor())
        .isZero();

    try (var application = PackagedApplication.startFile(home.resolve("data"), Map.of(), nobody)) {
      assertThat(application.get("/actuator/health")).isEqualTo(200);
      assertThat(Files.getOwner(home.resolve("data/postgres/cluster")).getName())
          .isEqualTo("nobody");
    }
    try (var application =
        PackagedApplication.startFile(Path.of("/relevo-closed/data"), Map.of(), nobody)) {
      application.refuses("/relevo-closed/data", "cannot be written");
    }
  }

  /// The log of loaded classes tells whence they came.
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void startsByItsScriptFromWhatTheRehearsalLeftAndAnswers() throws Exception {
    var loaded = folder.resolve("loaded");
    var log = Map.of("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + loaded);

    try (var application = PackagedApplication.start(folder.resolve("data"), log)) {
      assertThat(application.ask("¿Qué es la API de WhatsApp?")).contains("API");
    }
    assertThat(Files.readAllLines(loaded))
        .filteredOn(line -> line.contains(" dev.relevo.bot.BotService source: "))
        .singleElement()
        .asString()
        .contains("shared objects file");
  }

  private static List<String> with(List<String> prefix, String... words) {
    return Stream.concat(prefix.stream(), Arrays.stream(words)).toList();
  }
}
