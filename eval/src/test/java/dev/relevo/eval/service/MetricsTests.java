package dev.relevo.eval.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsTests {

  private static final byte[] TOLD =
      """
      # TYPE relevo_turns_total counter
      relevo_turns_total{outcome="HANDOFF"} 3.0
      relevo_turns_total{outcome="REPLY"} 1.2E3
      relevo_turns_totals 9.0
      """
          .getBytes(StandardCharsets.UTF_8);

  private HttpServer service;

  @BeforeEach
  void start() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext(
        "/actuator/prometheus",
        exchange -> {
          var token = exchange.getRequestHeaders().getFirst("Authorization");
          exchange.sendResponseHeaders("Bearer right".equals(token) ? 200 : 401, TOLD.length);
          exchange.getResponseBody().write(TOLD);
          exchange.close();
        });
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  @Test
  void addsWhatBeginsAlike() throws InterruptedException {
    assertThat(metrics("right").sum("relevo_turns_total{")).hasValue(1203);
    assertThat(metrics("right").sum("relevo_nothing{")).isEmpty();
  }

  @Test
  void saysNothingForWhoeverMayNotKnowOrWhenNobodyIsThere() throws InterruptedException {
    assertThat(metrics("wrong").sum("relevo_turns_total{")).isEmpty();
    var nobody = metrics("right");
    service.stop(0);
    assertThat(nobody.sum("relevo_turns_total{")).isEmpty();
  }

  private Metrics metrics(String token) {
    return new Metrics(URI.create("http://127.0.0.1:" + service.getAddress().getPort()), token);
  }
}
