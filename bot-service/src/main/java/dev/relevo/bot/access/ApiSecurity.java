package dev.relevo.bot.access;

import dev.relevo.bot.problem.Problem;
import dev.relevo.bot.problem.Refused;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The API's locks. A program shows a key in a header: there is no session, no cookie is looked at,
/// so there is nothing another site could ride on; and no other site's page is let in (no CORS).
@Configuration(proxyBeanMethods = false)
class ApiSecurity implements WebMvcConfigurer {

  /// What may be read without a key.
  static final String DESCRIPTION = "/api/openapi.json";

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(new ScopeKeeper())
        .addPathPatterns("/api/**")
        .excludePathPatterns(DESCRIPTION);
  }

  @Bean
  @Order(15)
  SecurityFilterChain apiDoors(HttpSecurity http, ApiKeys keys, Clock clock) {
    return http.securityMatcher("/api", "/api/**")
        .authorizeHttpRequests(it ->
            it.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(HttpMethod.GET, DESCRIPTION)
                .permitAll()
                .anyRequest()
                .authenticated())
        .addFilterBefore(new KeyCheck(keys::caller, clock), AuthorizationFilter.class)
        .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .securityContext(it -> it.securityContextRepository(new NullSecurityContextRepository()))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .exceptionHandling(it ->
            it.authenticationEntryPoint((request, response, _) ->
                KeyCheck.refuse(request, response, new Refused(Problem.KEY_MISSING))))
        .build();
  }

  /// Addresses and headers that are no clean HTTP are refused before any chain is found: in the
  /// API's words where they were meant for it, else as elsewhere.
  @Bean
  RequestRejectedHandler rejectedRequests() {
    var elsewhere = new HttpStatusRequestRejectedHandler();
    return (request, response, why) -> {
      if (request.getRequestURI().startsWith("/api")) {
        KeyCheck.refuse(request, response, new Refused(Problem.REQUEST_MALFORMED));
      } else {
        elsewhere.handle(request, response, why);
      }
    };
  }
}
