package dev.relevo.bot.operation;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MetricsSettings.class, LogSettings.class})
final class OperationBeans {

  /// Every request is measured as a whole; each of the dozen filters by itself would cost more than
  /// it tells.
  @Bean
  SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  /// Health for everyone, metrics for [MetricsReaders], nothing else; before every other chain.
  @Bean
  @Order(0)
  SecurityFilterChain operationSecurity(HttpSecurity http, MetricsSettings settings)
      throws Exception {
    var readers = new MetricsReaders(settings.token());
    return http.securityMatcher(EndpointRequest.toAnyEndpoint())
        .authorizeHttpRequests(requests ->
            requests
                .requestMatchers(EndpointRequest.to(HealthEndpoint.class))
                .permitAll()
                .requestMatchers(EndpointRequest.to("prometheus"))
                .access((who, context) ->
                    new AuthorizationDecision(readers.allow(context.getRequest())))
                .anyRequest()
                .denyAll())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.disable())
        .build();
  }
}
