package dev.relevo.bot.access;

import dev.relevo.bot.audit.Audit;
import dev.relevo.crm.team.Members;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The console's locks. Other paths have filter chains of their own, or need none.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OwnerSettings.class)
class AccessSecurity implements WebMvcConfigurer {

  /// Nothing inline, nothing from elsewhere, nobody may frame it.
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
          + "media-src 'self' blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
          + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final String[] PATHS = {
    "/console", "/console/**", "/sign-in", "/sign-out", "/welcome/**"
  };

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new Doorkeeper()).addPathPatterns("/console", "/console/**");
  }

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Passwords passwords() {
    return new Passwords();
  }

  @Bean
  SecurityContextRepository securityContextRepository() {
    return new HttpSessionSecurityContextRepository();
  }

  @Bean
  AuthenticationManager signIn(
      Members members,
      Credentials credentials,
      Passwords passwords,
      Throttle throttle,
      Audit audit) {
    return new ProviderManager(
        new PasswordSignIn(members, credentials, passwords, throttle, audit));
  }

  @Bean
  @Order(20)
  SecurityFilterChain consoleDoors(
      HttpSecurity http,
      Members members,
      AuthenticationManager signIn,
      SecurityContextRepository contexts) {
    return http.securityMatcher(PATHS)
        .authenticationManager(signIn)
        .securityContext(it -> it.securityContextRepository(contexts))
        .authorizeHttpRequests(it ->
            it.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/sign-in", "/sign-out", "/welcome/**")
                .permitAll()
                .anyRequest()
                .authenticated())
        .addFilterBefore(new FilesFromMembers(AccessSecurity::toSignIn), CsrfFilter.class)
        .addFilterBefore(new StillMember(members), AuthorizationFilter.class)
        .formLogin(it ->
            it.loginPage("/sign-in")
                .usernameParameter("email")
                .passwordParameter("password")
                .defaultSuccessUrl("/console/inbox")
                .failureHandler(AccessSecurity::refused))
        .logout(it -> it.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
        .exceptionHandling(it -> it.authenticationEntryPoint(AccessSecurity::toSignIn))
        .headers(AccessSecurity::headers)
        .build();
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(it -> it.policyDirectives(CONTENT_SECURITY_POLICY))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
        .referrerPolicy(it -> it.policy(ReferrerPolicy.NO_REFERRER))
        .permissionsPolicyHeader(
            it -> it.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"));
  }

  private static void refused(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    var wait = why instanceof TooManyTries it ? "?wait=" + it.seconds() : "?wrong";
    response.sendRedirect(request.getContextPath() + "/sign-in" + wait);
  }

  /// Pages are sent to the sign-in; parts of a page are told to go there as a whole.
  private static void toSignIn(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException, jakarta.servlet.ServletException {
    if (request.getHeader("HX-Request") != null || request.getRequestURI().endsWith("/live")) {
      response.setHeader("HX-Redirect", request.getContextPath() + "/sign-in");
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    new LoginUrlAuthenticationEntryPoint("/sign-in").commence(request, response, why);
  }
}
