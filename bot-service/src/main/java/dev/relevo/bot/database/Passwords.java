package dev.relevo.bot.database;

import dev.relevo.bot.setting.DataFolder;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/// The passwords of the embedded server's three roles, random, kept in one file that only its owner
/// can read.
record Passwords(String superuser, String owner, String application) {

  static Passwords kept(DataFolder folder) {
    return read(folder.kept("postgres/passwords", Passwords::fresh));
  }

  /// Those of a data folder that a running Relevo has open.
  ///
  /// @param parent the folder `postgres` in it
  static Passwords in(Path parent) throws IOException {
    return read(Files.readString(parent.resolve("passwords")));
  }

  private static Passwords read(String text) {
    var properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new Passwords(
        properties.getProperty("postgres", ""),
        properties.getProperty("relevo_owner", ""),
        properties.getProperty("relevo_app", ""));
  }

  private static String fresh() {
    return "postgres=%s%nrelevo_owner=%s%nrelevo_app=%s".formatted(random(), random(), random());
  }

  private static String random() {
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public String toString() {
    return "Passwords[…]";
  }
}
