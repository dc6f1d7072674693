package dev.relevo.bot.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A copy of a whole data folder while its server goes on working: PostgreSQL's base backup, made
/// by its own functions because `pg_basebackup` is not in the bundle. The files may be copied in
/// any state: the write-ahead log of that time, which a replication slot keeps from being recycled,
/// goes along, and the first start from the copy replays it. It holds what was committed until the
/// copy was complete, and the keys that open what is sealed in it.
final class Backup {

  /// What a server makes anew at its start, as `pg_basebackup` leaves it out; the folders stay.
  private static final Set<String> EMPTIED =
      Set.of(
          "pg_wal",
          "pg_replslot",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");

  private static final Pattern LEFT_OUT =
      Pattern.compile("postmaster\\.(pid|opts)|pg_internal\\.init.*|pgsql_tmp.*|.*\\.part");

  private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}");

  /// Read last: it says where the replay begins.
  private static final String CONTROL = "postgres/cluster/global/pg_control";

  private final Path data;
  private final BackupWriter writer;

  private Backup(Path data, BackupWriter writer) {
    this.data = data;
    this.writer = writer;
  }

  /// Writes one; its size in bytes.
  ///
  /// @param superuser of the server that runs on the folder
  /// @param place where the backup shall lie; nothing may be there
  static long write(Path data, Login superuser, Path place, Clock clock)
      throws IOException, SQLException {
    var about = "A backup of Relevo's data folder, begun " + clock.instant() + "\n";
    try (var connection = superuser.connect();
        var writer = BackupWriter.to(place, about)) {
      new Backup(data, writer).copy(connection);
      return writer.complete();
    }
  }

  private void copy(Connection server) throws IOException, SQLException {
    ask(
        server,
        "SELECT pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)");
    var first = ask(server, "SELECT pg_walfile_name(pg_backup_start('relevo', true))");
    files(data, it -> !it.equals("relevo.lock"));
    for (var folder : inside(data, Files::isDirectory)) {
      if (!folder.equals(data.resolve("postgres"))) {
        tree(folder);
      }
    }
    writer.file("postgres/passwords", data.resolve("postgres/passwords"));
    tree(data.resolve("postgres/cluster"));
    writer.file(CONTROL, data.resolve(CONTROL));
    var end = end(server);
    writer.text("postgres/cluster/backup_label", end.label());
    log(first, end.lastSegment());
  }

  private record End(String label, String lastSegment) {}

  private static End end(Connection server) throws SQLException {
    try (var statement = server.createStatement();
        var row =
            statement.executeQuery(
                "SELECT labelfile, pg_walfile_name(lsn) FROM pg_backup_stop(false)")) {
      row.next();
      return new End(row.getString(1), row.getString(2));
    }
  }

  private void log(String first, String last) throws IOException {
    files(
        data.resolve("postgres/cluster/pg_wal"),
        it -> SEGMENT.matcher(it).matches() && it.compareTo(first) >= 0 && it.compareTo(last) <= 0);
  }

  private void tree(Path folder) throws IOException {
    writer.folder(name(folder));
    if (!EMPTIED.contains(folder.getFileName().toString())) {
      files(folder, _ -> true);
    }
    for (var inside : inside(folder, Files::isDirectory)) {
      tree(inside);
    }
  }

  private void files(Path folder, Predicate<String> wanted) throws IOException {
    for (var file : inside(folder, Files::isRegularFile)) {
      var word = file.getFileName().toString();
      if (wanted.test(word) && !LEFT_OUT.matcher(word).matches() && !name(file).equals(CONTROL)) {
        writer.file(name(file), file);
      }
    }
  }

  private static Iterable<Path> inside(Path folder, Predicate<Path> kind) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(kind)
          .filter(it -> !LEFT_OUT.matcher(it.getFileName().toString()).matches())
          .sorted()
          .toList();
    }
  }

  private String name(Path path) {
    return data.relativize(path).toString().replace('\\', '/');
  }

  private static String ask(Connection server, String sql) throws SQLException {
    try (var statement = server.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return Optional.ofNullable(row.getString(1)).orElse("");
    }
  }
}
