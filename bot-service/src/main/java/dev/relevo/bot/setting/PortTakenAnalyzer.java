package dev.relevo.bot.setting;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;

final class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortInUseException>
    implements Ordered {

  @Override
  protected FailureAnalysis analyze(Throwable failure, PortInUseException cause) {
    var sentence =
        "Port %d is already taken by another process; stop that one, or set SERVER_PORT to a free port."
            .formatted(cause.getPort());
    return new FailureAnalysis(sentence, null, failure);
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}
