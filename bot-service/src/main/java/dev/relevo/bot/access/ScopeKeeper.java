package dev.relevo.bot.access;

import dev.relevo.bot.problem.Problem;
import dev.relevo.bot.problem.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Stands before every door of the API and asks for the scope it [Needs].
final class ScopeKeeper implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      var needs = method.getMethodAnnotation(Needs.class);
      if (needs == null) {
        throw new IllegalStateException("no word on who may enter: " + method);
      }
      if (!mayEnter(needs.value())) {
        throw new Refused(Problem.SCOPE_MISSING, needs.value().text());
      }
    }
    return true;
  }

  private static boolean mayEnter(Scope scope) {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null
        && authentication.getPrincipal() instanceof ApiCaller caller
        && caller.may(scope);
  }
}
