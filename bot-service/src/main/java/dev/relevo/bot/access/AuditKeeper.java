package dev.relevo.bot.access;

import dev.relevo.bot.audit.Actor;
import dev.relevo.bot.audit.Audit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Writes down what was done through doors that are [Audited], right after it was done: in a
/// transaction of its own, so that a crash in between leaves an act without its line, and never a
/// line without its act.
@Component
final class AuditKeeper implements HandlerInterceptor, WebMvcConfigurer {

  private static final int REFUSED = 400;

  private final Audit audit;

  AuditKeeper(Audit audit) {
    this.audit = audit;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/console/**", "/api/**");
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView answer) {
    var audited =
        handler instanceof HandlerMethod method ? method.getMethodAnnotation(Audited.class) : null;
    if (audited == null || response.getStatus() >= REFUSED || refused(request, answer)) {
      return;
    }
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    var who = authentication == null ? null : authentication.getPrincipal();
    switch (who) {
      case SignedIn member ->
          audit.note(
              member.workspace(),
              new Actor.Person(member.member()),
              audited.value(),
              about(request, audited));
      case ApiCaller program ->
          audit.note(
              program.workspace(),
              new Actor.Program(program.key()),
              audited.value(),
              about(request, audited));
      case null, default -> throw new IllegalStateException("nobody came through " + handler);
    }
  }

  private static boolean refused(HttpServletRequest request, @Nullable ModelAndView answer) {
    var page = answer == null ? Map.<String, Object>of() : answer.getModel();
    var flash = RequestContextUtils.getOutputFlashMap(request);
    return Stream.of("fault", "refusal", "refusals")
        .anyMatch(it -> says(page.get(it)) || says(flash.get(it)));
  }

  private static boolean says(@Nullable Object words) {
    return words instanceof Collection<?> several ? !several.isEmpty() : words != null;
  }

  private static Map<String, String> about(HttpServletRequest request, Audited audited) {
    var about = new LinkedHashMap<String, String>();
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
        instanceof Map<?, ?> numbers) {
      numbers.forEach((word, value) -> about.put(String.valueOf(word), String.valueOf(value)));
    }
    for (var field : audited.with()) {
      var values = request.getParameterValues(field);
      if (values != null) {
        about.put(field, String.join(" ", values));
      }
    }
    if (!audited.part().isEmpty()) {
      about.put("part", audited.part());
    }
    return about;
  }
}
