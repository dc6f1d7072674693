package dev.relevo.bot.channel;

import dev.relevo.bot.database.Workload;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/// Leads providers' calls straight to their servlet, with connections of their own. They have no
/// session, no form, no language and no rights, only a signature over their bytes, which the
/// servlet checks; the filters that stand before pages would cost more than the call itself.
final class WebhookGate implements Filter {

  private final Servlet servlet;

  WebhookGate(Servlet servlet) {
    this.servlet = servlet;
  }

  /// Never goes on with the chain.
  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      Workload.WEBHOOKS.call(() -> {
        servlet.service(request, response);
        return true;
      });
    } catch (IOException | ServletException | RuntimeException failed) {
      throw failed;
    } catch (Exception impossible) {
      throw new ServletException(impossible);
    }
  }
}
