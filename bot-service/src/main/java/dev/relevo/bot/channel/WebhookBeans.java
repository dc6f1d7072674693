package dev.relevo.bot.channel;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

@Configuration(proxyBeanMethods = false)
final class WebhookBeans {

  private static final long BODIES = 64L * 1024 * 1024;

  @Bean
  ServletRegistrationBean<WebhookServlet> webhookServlet(Webhooks webhooks) {
    return new ServletRegistrationBean<>(
        new WebhookServlet(webhooks, new BodyBudget(BODIES)), "/webhooks/*");
  }

  /// Providers have no session and no form; what they send is signed.
  @Bean
  @Order(10)
  SecurityFilterChain webhookSecurity(HttpSecurity http) {
    return http.securityMatcher("/webhooks/**")
        .authorizeHttpRequests(it -> it.anyRequest().permitAll())
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .securityContext(AbstractHttpConfigurer::disable)
        .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }
}
