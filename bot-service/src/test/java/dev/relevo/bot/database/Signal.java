package dev.relevo.bot.database;

import static org.assertj.core.api.Assertions.assertThat;

/// Tells a process of the server's something by the system's own `kill`.
final class Signal {

  private Signal() {}

  /// @param name `STOP`, `CONT`, `KILL`
  static void send(String name, long process) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process)).start().waitFor())
        .isZero();
  }
}
