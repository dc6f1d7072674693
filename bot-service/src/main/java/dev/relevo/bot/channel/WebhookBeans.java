package dev.relevo.bot.channel;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
final class WebhookBeans {

  private static final long BODIES = 64L * 1024 * 1024;

  private static final String ADDRESSES = "/webhooks/*";

  @Bean
  WebhookServlet webhookServlet(Webhooks webhooks) {
    return new WebhookServlet(webhooks, new BodyBudget(BODIES));
  }

  /// So that the container knows the address, and what of it is the channel's name.
  @Bean
  ServletRegistrationBean<WebhookServlet> webhookAddress(WebhookServlet servlet) {
    return new ServletRegistrationBean<>(servlet, ADDRESSES);
  }

  @Bean
  FilterRegistrationBean<WebhookGate> webhookGate(WebhookServlet servlet) {
    var gate = new FilterRegistrationBean<>(new WebhookGate(servlet));
    gate.addUrlPatterns(ADDRESSES);
    gate.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return gate;
  }
}
