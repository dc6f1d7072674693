package dev.relevo.eval.crash;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/// Something that goes wrong while customers write. Each lets it happen and does what an operator
/// would do about it, and no more: from there on the service recovers by itself.
sealed interface Trouble
    permits BackendKilled,
        ConnectionsCut,
        DiskFull,
        LineCut,
        LineSilent,
        PostgresKilled,
        ProviderFlaps,
        ServiceKilled {

  /// By which it is chosen: one word for one kind.
  String kind();

  /// What it is, for the report.
  String description();

  /// Why it cannot be played on that scene; empty when it can.
  default Optional<String> hindrance(Scene scene) {
    return Optional.empty();
  }

  Caught happen(Scene scene) throws IOException, SQLException, InterruptedException;
}
