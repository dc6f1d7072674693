package dev.relevo.bot.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relevo.bot.browser.RunningApplication;
import dev.relevo.crm.team.Role;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every door of the console, found from the mappings themselves: a new one is tested without being
/// named here.
class DoorsIT {

  private static final Map<Role, Visit> VISITS =
      Map.of(
          Role.OWNER, Visit.as(Role.OWNER),
          Role.MANAGER, Visit.as(Role.MANAGER),
          Role.AGENT, Visit.as(Role.AGENT));

  /// A door: how and where one knocks, and who may enter.
  record Knock(RequestMethod method, String path, Role needed) {

    int by(Visit visit) {
      return method == RequestMethod.GET
          ? visit.part(path).statusCode()
          : visit.post(path, Map.of()).statusCode();
    }
  }

  static Stream<Knock> doors() {
    return mapped()
        .flatMap(entry ->
            entry.getKey().getPatternValues().stream()
                .filter(it -> it.equals("/console") || it.startsWith("/console/"))
                .filter(it -> !it.equals("/console/live"))
                .flatMap(path ->
                    entry.getKey().getMethodsCondition().getMethods().stream()
                        .map(it -> new Knock(it, filled(path), needed(entry.getValue())))));
  }

  /// The mappings are there since the first visit.
  private static Stream<Map.Entry<RequestMappingInfo, HandlerMethod>> mapped() {
    var mappings = RunningApplication.shared().bean(DispatcherServlet.class).getHandlerMappings();
    if (mappings == null) {
      throw new IllegalStateException("nobody visited yet");
    }
    return mappings.stream()
        .filter(RequestMappingHandlerMapping.class::isInstance)
        .map(RequestMappingHandlerMapping.class::cast)
        .flatMap(it -> it.getHandlerMethods().entrySet().stream());
  }

  @ParameterizedTest
  @MethodSource("doors")
  void isClosedToStrangersAndToLesserRoles(Knock door) {
    var stranger = new Visit();
    stranger.get("/sign-in");
    assertThat(door.by(stranger)).isIn(302, 401);
    for (var role : Role.values()) {
      var status = door.by(visit(role));
      if (role.includes(door.needed())) {
        assertThat(status)
            .as("%s as %s", door, role)
            .isNotEqualTo(403)
            .isNotEqualTo(401)
            .isLessThan(500);
      } else {
        assertThat(status).as("%s as %s", door, role).isEqualTo(403);
      }
    }
  }

  private static Visit visit(Role role) {
    var visit = VISITS.get(role);
    if (visit == null) {
      throw new IllegalStateException("nobody visits as " + role);
    }
    return visit;
  }

  private static String filled(String path) {
    return path.replaceAll("\\{[a-z]+:\\[[01]-9][^}]*}+?\\}?", "999999")
        .replaceAll("\\{(contact|member|message|invitation)}", "999999")
        .replaceAll("\\{[a-z]+}", "x");
  }

  private static Role needed(HandlerMethod method) {
    return Optional.ofNullable(method.getMethodAnnotation(Door.class))
        .or(() ->
            Optional.ofNullable(
                AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Door.class)))
        .map(Door::value)
        .orElseThrow(() -> new AssertionError("no word on who may enter: " + method));
  }
}
