package dev.relevo.bot.database;

import dev.relevo.bot.setting.CannotStart;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// As whom the server runs. PostgreSQL refuses root, so that there another user is taken: by
/// `setpriv`, `runuser` or `chroot`; and where the data folder lies behind a folder that others may
/// not enter (`/root`), a user namespace, in which root has another name. The first way that this
/// machine allows is used. Anyone but root runs it as himself.
///
/// @param prefix the words before the program's own
/// @param owner the uid that must own the server's files; -1: leave them
record Footing(List<String> prefix, int owner) {

  private static final String PASSWD = "/etc/passwd";
  private static final List<String> PREFERRED = List.of("relevo", "postgres", "nobody");

  Footing {
    prefix = List.copyOf(prefix);
  }

  /// @param folder where the server's folders lie
  /// @throws CannotStart when no way works
  static Footing find(Bundle bundle, Path folder) throws IOException {
    if (!isRoot(folder)) {
      return new Footing(List.of(), -1);
    }
    for (var way : ways(accounts())) {
      if (way.works(bundle, folder)) {
        return way;
      }
    }
    throw new CannotStart(
        "The embedded PostgreSQL may not run as root, and no other user can run it in %s; set RELEVO_DATA_DIR to a folder that others may enter (not below /root), start Relevo as another user, or set RELEVO_DATABASE_URL."
            .formatted(folder));
  }

  Command command(Path folder, Stream<String> words) {
    return new Command(Stream.concat(prefix.stream(), words).toList(), folder);
  }

  /// Gives a folder and all that is in it to the server's user.
  void own(Path folder) throws IOException {
    if (owner < 0 || owner == uid(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            give(directory);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            give(file);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void give(Path path) throws IOException {
    Files.setAttribute(path, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
  }

  private boolean works(Bundle bundle, Path folder) {
    try {
      return command(folder, Stream.of(bundle.program("postgres"), "--version"))
          .run("")
          .output()
          .contains("PostgreSQL");
    } catch (IOException notOnThisMachine) {
      return false;
    }
  }

  private static List<Footing> ways(List<Account> accounts) {
    var ways = new ArrayList<Footing>();
    for (var it : accounts) {
      var setpriv =
          Stream.of("setpriv", "--reuid=" + it.uid, "--regid=" + it.gid, "--clear-groups").toList();
      ways.add(new Footing(setpriv, it.uid));
      ways.add(new Footing(List.of("runuser", "-u", it.name, "--"), it.uid));
      ways.add(new Footing(List.of("chroot", "--userspec=" + it.uid + ":" + it.gid, "/"), it.uid));
    }
    for (var it : accounts) {
      ways.add(
          new Footing(
              List.of("unshare", "--user", "--map-user=" + it.uid, "--map-group=" + it.gid), 0));
    }
    return ways;
  }

  private static boolean isRoot(Path folder) throws IOException {
    if (Bundle.isWindows()) {
      return false;
    }
    var probe = Files.createTempFile(folder, "owner", ".probe");
    try {
      return uid(probe) == 0;
    } finally {
      Files.delete(probe);
    }
  }

  private static int uid(Path path) throws IOException {
    return (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }

  /// Users of this machine that are fit to run a server, in the order of preference.
  private static List<Account> accounts() throws IOException {
    var all =
        Files.readAllLines(Path.of(PASSWD)).stream()
            .map(line -> line.split(":"))
            .filter(it -> it.length > 3)
            .toList();
    return PREFERRED.stream()
        .flatMap(name -> all.stream().filter(it -> it[0].equals(name)))
        .map(it -> new Account(it[0], Integer.parseInt(it[2]), Integer.parseInt(it[3])))
        .filter(account -> account.uid > 0)
        .toList();
  }

  private record Account(String name, int uid, int gid) {}
}
