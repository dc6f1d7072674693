package dev.relevo.bot.setting;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// A database whose history does not fit this build. A migration that fails by itself keeps its
/// stack trace.
final class MigrationRefusedAnalyzer extends AbstractFailureAnalyzer<FlywayValidateException> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, FlywayValidateException cause) {
    var sentence =
        "The database was written by another build of Relevo, newer or changed; start that build, or use another database: "
            + cause.getMessage();
    return new FailureAnalysis(sentence, null, failure);
  }
}
