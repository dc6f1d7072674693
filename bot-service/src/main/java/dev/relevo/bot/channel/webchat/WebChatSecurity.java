package dev.relevo.bot.channel.webchat;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/// The web chat is open to everybody, and knows neither cookies nor sign-in: a visitor shows a
/// token in a header, so there is nothing that another site could ride on.
@Configuration(proxyBeanMethods = false)
class WebChatSecurity {

  static final String DEMO_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " connect-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  @Bean
  @Order(10)
  SecurityFilterChain webChatDoors(HttpSecurity http) throws Exception {
    return http.securityMatcher("/", "/webchat/**")
        .authorizeHttpRequests(it -> it.anyRequest().permitAll())
        .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .headers(it ->
            it.frameOptions(FrameOptionsConfig::deny)
                .contentSecurityPolicy(policy -> policy.policyDirectives(DEMO_POLICY)))
        .build();
  }
}
