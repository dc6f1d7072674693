package dev.relevo.bot.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.relevo.bot.Beside;
import dev.relevo.bot.setting.CannotStart;
import dev.relevo.bot.setting.DataFolder;
import dev.relevo.bot.setting.OpenDataFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

@Beside
class HeadStartIT {

  private static final String VERSION = "18.6.0";

  @TempDir static Path used;

  @BeforeAll
  static void earlierStart() {
    try (var folder = OpenDataFolder.at(used)) {
      EmbeddedDatabase.start(folder, VERSION, 8).close();
    }
  }

  @Test
  void theServerIsThereForTheBeansAndEndsWithThem() throws SQLException, IOException {
    try (var context = begun(used, "")) {
      context.refresh();
      try (var connection = context.getBean(Database.class).application().connect()) {
        assertThat(connection.isValid(1)).isTrue();
      }
      assertThat(context.getBean(DataFolder.class).path()).isEqualTo(used.toRealPath());
      assertThatExceptionOfType(CannotStart.class).isThrownBy(() -> OpenDataFolder.at(used));
    }
    assertNothingRuns();
  }

  @Test
  void aStartThatFailsLeavesNothingRunning() throws IOException {
    var context = begun(used, "");
    context.registerBean(
        "wrong",
        Object.class,
        () -> {
          throw new CannotStart("a setting is wrong");
        });
    assertThatExceptionOfType(BeanCreationException.class).isThrownBy(context::refresh);
    assertNothingRuns();
  }

  @Test
  void aNewFolderIsNotMade(@TempDir Path parent) {
    var fresh = parent.resolve("data");
    try (var context = begun(fresh, "")) {
      assertThat(context.containsBean("headStartDatabase")).isFalse();
    }
    assertThat(fresh).doesNotExist();
  }

  @Test
  void nothingIsBegunAfterAWrongSetting() throws IOException {
    try (var context = begun(used, "not a network")) {
      assertThat(context.containsBean("headStartDatabase")).isFalse();
    }
    assertNothingRuns();
  }

  @Test
  void theFolderOfAnotherRelevoIsLeftAlone() {
    try (var _ = OpenDataFolder.at(used);
        var context = begun(used, "")) {
      assertThat(context.containsBean("headStartDatabase")).isFalse();
    }
  }

  private static GenericApplicationContext begun(Path folder, String proxies) {
    var context = new GenericApplicationContext();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "settings",
                Map.of(
                    "relevo.data-dir", folder.toString(),
                    "relevo.trusted-proxies", proxies,
                    "relevo.database.bundled-version", VERSION)));
    new HeadStart().initialize(context);
    return context;
  }

  private static void assertNothingRuns() throws IOException {
    assertThat(Postmaster.of(used.toRealPath().resolve("postgres/cluster"))).isEmpty();
    OpenDataFolder.at(used).close();
  }
}
