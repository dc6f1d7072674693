package dev.relevo.bot.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.crm.SettableClock;
import dev.relevo.crm.workspace.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

class KeyCheckTests {

  private final SettableClock clock = new SettableClock(Instant.parse("2026-06-01T12:00:00Z"));
  private int asked;
  private final KeyCheck check = new KeyCheck(this::caller, clock);

  @AfterEach
  void forgetWhoCalled() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void letsAKeyAskABurstThenAsFastAsItsBucketFills() throws Exception {
    for (int n = 0; n < KeyCheck.REQUESTS.burst(); n++) {
      assertThat(call("one", "198.51.100.1").getStatus()).isEqualTo(200);
    }
    var refused = call("one", "198.51.100.1");
    assertThat(refused.getStatus()).isEqualTo(429);
    assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
    assertThat(refused.getContentAsString()).contains("/problems/too-many-requests");
    assertThat(call("two", "198.51.100.1").getStatus()).isEqualTo(200);
    clock.goOn(KeyCheck.REQUESTS.each());
    assertThat(call("one", "198.51.100.1").getStatus()).isEqualTo(200);
  }

  @Test
  void asksNobodyAnyMoreAboutUnknownKeysFromAnAddressThatGuesses() throws Exception {
    for (int n = 0; n < KeyCheck.UNKNOWN.burst(); n++) {
      assertThat(call("guess " + n, "198.51.100.2").getStatus()).isEqualTo(401);
    }
    var before = asked;
    var refused = call("one", "198.51.100.2");
    assertThat(refused.getStatus()).isEqualTo(429);
    assertThat(refused.getContentAsString()).contains("/problems/too-many-unknown-keys");
    assertThat(asked).isEqualTo(before);
    assertThat(call("one", "198.51.100.3").getStatus()).isEqualTo(200);
    clock.goOn(Duration.ofSeconds(10));
    assertThat(call("one", "198.51.100.2").getStatus()).isEqualTo(200);
  }

  @Test
  void letsThroughWhoShowsNoKeyAsNobody() throws Exception {
    var chain = new MockFilterChain();
    check.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), chain);
    assertThat(chain.getRequest()).isNotNull();
    assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
  }

  private MockHttpServletResponse call(String secret, String address) throws Exception {
    var request = new MockHttpServletRequest();
    request.setRemoteAddr(address);
    request.addHeader("Authorization", "Bearer " + secret);
    var response = new MockHttpServletResponse();
    check.doFilter(request, response, new MockFilterChain());
    return response;
  }

  private Optional<ApiCaller> caller(String secret) {
    asked++;
    return switch (secret) {
      case "one" -> Optional.of(known(1));
      case "two" -> Optional.of(known(2));
      default -> Optional.empty();
    };
  }

  private static ApiCaller known(long key) {
    return new ApiCaller(key, new WorkspaceId(1), "Prueba", Set.of(Scope.MATRIX_READ));
  }
}
