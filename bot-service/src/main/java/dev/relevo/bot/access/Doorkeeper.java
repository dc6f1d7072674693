package dev.relevo.bot.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Stands before every door of the console and asks for the role its [Door] names.
final class Doorkeeper implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method)) {
      return true;
    }
    if (door(method).filter(it -> mayEnter(it)).isEmpty()) {
      throw new AccessDeniedException("this door is not open to the member's role");
    }
    return true;
  }

  private static boolean mayEnter(Door door) {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null
        && authentication.getPrincipal() instanceof SignedIn signedIn
        && signedIn.may(door.value());
  }

  private static Optional<Door> door(HandlerMethod method) {
    return Optional.ofNullable(method.getMethodAnnotation(Door.class))
        .or(() ->
            Optional.ofNullable(
                AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Door.class)));
  }
}
