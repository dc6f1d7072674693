package dev.relevo.bot.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class MetricsReadersTests {

  @Test
  void letsThisMachineRead() {
    assertThat(new MetricsReaders("").allow(from("127.0.0.1"))).isTrue();
    assertThat(new MetricsReaders("t").allow(from("::1"))).isTrue();
  }

  @Test
  void refusesOtherMachinesAndWhatAProxyPassesOn() {
    var throughProxy = from("127.0.0.1");
    throughProxy.addHeader("X-Forwarded-For", "10.0.0.7");

    assertThat(new MetricsReaders("").allow(from("10.0.0.7"))).isFalse();
    assertThat(new MetricsReaders("").allow(throughProxy)).isFalse();
  }

  @Test
  void refusesWhatATrustedProxySaysComesFromThisMachine() {
    var believed = from("127.0.0.1");
    believed.setAttribute("org.apache.tomcat.request.forwarded", true);

    assertThat(new MetricsReaders("").allow(believed)).isFalse();
  }

  @Test
  void letsTheBearerOfTheTokenReadFromAnywhere() {
    assertThat(new MetricsReaders("abc").allow(bearing("Bearer abc"))).isTrue();
    assertThat(new MetricsReaders("abc").allow(bearing("Bearer abd"))).isFalse();
    assertThat(new MetricsReaders("abc").allow(bearing("abc"))).isFalse();
    assertThat(new MetricsReaders("").allow(bearing("Bearer "))).isFalse();
  }

  private static MockHttpServletRequest bearing(String authorization) {
    var request = from("10.0.0.7");
    request.addHeader("Authorization", authorization);
    return request;
  }

  private static MockHttpServletRequest from(String address) {
    var request = new MockHttpServletRequest("GET", "/actuator/prometheus");
    request.setRemoteAddr(address);
    return request;
  }
}
