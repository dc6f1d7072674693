package dev.relevo.bot.database;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Everything under `/webhooks/` works with the connections of [Workload#WEBHOOKS].
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class WebhookWorkload implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request instanceof HttpServletRequest http)
        || !http.getRequestURI().startsWith(http.getContextPath() + "/webhooks/")) {
      chain.doFilter(request, response);
      return;
    }
    try {
      Workload.WEBHOOKS.call(() -> {
        chain.doFilter(request, response);
        return true;
      });
    } catch (IOException | ServletException | RuntimeException failed) {
      throw failed;
    } catch (Exception impossible) {
      throw new ServletException(impossible);
    }
  }
}
