package dev.relevo.bot.access;

import dev.relevo.bot.database.Tenancy;
import dev.relevo.bot.setting.PublicUrl;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/// Who is signed in is kept in the database, where every replica finds it. Made here, not by Spring
/// Boot: its way asks the database who it is and reads the error codes of all there are, a
/// twentieth of a start.
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class Sessions {

  /// Since the last request; an open console makes one every few seconds.
  private static final Duration LASTS = Duration.ofDays(3);

  @Bean
  JdbcIndexedSessionRepository sessionRepository(
      JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    var sessions = new JdbcIndexedSessionRepository(jdbc, everywhere(transactions));
    sessions.setTableName("bot.spring_session");
    sessions.setDefaultMaxInactiveInterval(LASTS);
    // Writes attributes so that two requests at once do not stumble over each other.
    new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
    return sessions;
  }

  @Bean
  CookieSerializer sessionCookie(PublicUrl url) {
    var cookie = new DefaultCookieSerializer();
    cookie.setCookieName("relevo");
    cookie.setCookiePath("/");
    cookie.setUseHttpOnlyCookie(true);
    cookie.setSameSite("Lax");
    cookie.setUseSecureCookie(url.secure());
    return cookie;
  }

  /// Sessions belong to no workspace, also while a request works for one.
  private static TransactionOperations everywhere(PlatformTransactionManager transactions) {
    var transaction = new TransactionTemplate(transactions);
    transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return new TransactionOperations() {
      @Override
      public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
        return Tenancy.everywhere(() -> transaction.execute(action));
      }
    };
  }
}
