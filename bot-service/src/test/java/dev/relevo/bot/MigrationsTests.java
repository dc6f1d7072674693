package dev.relevo.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Replicas of the version before work on while a new one migrates the database: since V018 a
/// migration only adds (CONTRIBUTING, "Migrations").
class MigrationsTests {

  private static final int SINCE = 18;
  private static final Pattern NUMBER = Pattern.compile("V(\\d+)__.*\\.sql");
  private static final Pattern NOTE =
      Pattern.compile("^-- Beside the version before: .{20,}", Pattern.MULTILINE);

  /// Out in the world before indexes and constraints were looked at, and not to be changed any
  /// more; why each leaves the version before working.
  private static final Map<Integer, String> SETTLED =
      Map.of(
          19, "crm.message_revision only made a search quicker that finds the same without it.",
          21, "Its new key and checks let pass what the version before writes.",
          26, "No statement named the journal's key, and the new one is in the same order.");

  private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");
  private static final Pattern TAKES_AWAY =
      Pattern.compile(
          "\\b(DROP(\\s+\\w+){1,2}|RENAME|TRUNCATE|SET\\s+NOT\\s+NULL"
              + "|ALTER\\s+COLUMN\\s+\\S+\\s+(SET\\s+DATA\\s+)?TYPE|SET\\s+SCHEMA)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DEMANDS =
      Pattern.compile(
          "ADD\\s+(?:COLUMN\\s+)?(?!CONSTRAINT|CHECK)(?:(?!DEFAULT|GENERATED)[^,;])*?NOT\\s+NULL(?:(?!DEFAULT|GENERATED)[^,;])*[,;]"
              + "|\\bADD\\s+(CONSTRAINT|CHECK|UNIQUE|PRIMARY\\s+KEY|FOREIGN\\s+KEY|EXCLUDE)\\b"
              + "|\\bADD\\s+COLUMN\\b[^;]*\\bCHECK\\b"
              + "|\\bCREATE\\s+UNIQUE\\s+INDEX\\b",
          Pattern.CASE_INSENSITIVE);

  @Test
  void aMigrationLeavesTheVersionBeforeWorking() throws IOException {
    var all = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*");
    assertThat(all).hasSizeGreaterThanOrEqualTo(17);
    for (var migration : all) {
      if (number(migration) >= SINCE && !SETTLED.containsKey(number(migration))) {
        assertThat(faults(migration.getContentAsString(StandardCharsets.UTF_8)))
            .as(migration.getFilename())
            .isEmpty();
      }
    }
  }

  @Test
  void whatOldReplicasNeedOrDoNotKnowIsFound() {
    assertThat(faults("ALTER TABLE bot.parcel DROP COLUMN rank;")).isNotEmpty();
    assertThat(faults("ALTER TABLE bot.parcel\n  RENAME COLUMN rank TO place;")).isNotEmpty();
    assertThat(faults("ALTER TABLE bot.parcel ALTER COLUMN rank TYPE bigint;")).isNotEmpty();
    assertThat(faults("ALTER TABLE bot.parcel ADD COLUMN weight int NOT NULL;")).isNotEmpty();
    assertThat(faults("DROP INDEX bot.parcel_ready;")).isNotEmpty();
    assertThat(faults("DROP INDEX CONCURRENTLY IF EXISTS bot.parcel_ready;")).isNotEmpty();
    assertThat(faults("ALTER TABLE bot.parcel DROP CONSTRAINT parcel_pkey;")).isNotEmpty();
    assertThat(faults("ALTER TABLE bot.parcel ALTER COLUMN rank DROP DEFAULT;")).isNotEmpty();
    assertThat(faults("ALTER TABLE bot.parcel ALTER COLUMN rank DROP NOT NULL;")).isNotEmpty();
    assertThat(faults("ALTER TABLE bot.parcel ADD CONSTRAINT few CHECK (rank < 9);")).isNotEmpty();
    assertThat(faults("ALTER TABLE bot.parcel ADD UNIQUE (rank);")).isNotEmpty();
    assertThat(faults("ALTER TABLE bot.parcel ADD COLUMN few int CHECK (few < 9);")).isNotEmpty();
    assertThat(faults("ALTER TABLE bot.parcel ADD weight int NOT NULL;")).isNotEmpty();
    assertThat(faults("CREATE UNIQUE INDEX parcel_rank ON bot.parcel (rank);")).isNotEmpty();

    assertThat(faults("ALTER TABLE bot.parcel ADD COLUMN weight int NOT NULL DEFAULT 0;"))
        .isEmpty();
    assertThat(faults("ALTER TABLE bot.parcel ADD COLUMN weight int; -- may be renamed, RENAME"))
        .isEmpty();
    assertThat(faults("CREATE TABLE bot.box (id bigint NOT NULL);")).isEmpty();
    assertThat(
            faults(
                """
                -- Beside the version before: it finds the same by parcel_due, only a little slower.
                DROP INDEX bot.parcel_ready;
                """))
        .isEmpty();
    assertThat(
            faults(
                "-- Beside the version before: nothing has read it since V020.\nDROP TABLE bot.box;"))
        .isEmpty();
  }

  private static List<String> faults(String sql) {
    if (NOTE.matcher(sql).find()) {
      return List.of();
    }
    var plain = COMMENT.matcher(sql).replaceAll("");
    return Stream.of(TAKES_AWAY, DEMANDS)
        .flatMap(it -> it.matcher(plain).results())
        .map(it -> it.group().strip())
        .toList();
  }

  private static int number(Resource migration) {
    var matcher = NUMBER.matcher(String.valueOf(migration.getFilename()));
    assertThat(matcher.matches()).as(migration.getFilename()).isTrue();
    return Integer.parseInt(matcher.group(1));
  }
}
