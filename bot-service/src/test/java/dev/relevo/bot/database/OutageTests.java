package dev.relevo.bot.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

class OutageTests {

  @ParameterizedTest
  @ValueSource(
      strings = {"08006", "08001", "53100", "53300", "57P01", "57P03", "58030", "25006", "25P03"})
  void theServerIsToBlame(String state) {
    var failure = new DataAccessResourceFailureException("no", new SQLException("refused", state));
    assertThat(Outage.isBehind(failure)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"22021", "23505", "42601", "40P01", "25P02"})
  void whatWasAskedIsToBlame(String state) {
    assertThat(Outage.isBehind(new IllegalStateException(new SQLException("refused", state))))
        .isFalse();
  }

  @Test
  void noConnectionInTimeIsAnOutage() {
    var failure =
        new CannotCreateTransactionException("no", new SQLTransientConnectionException("timeout"));
    assertThat(Outage.isBehind(failure)).isTrue();
  }
}
